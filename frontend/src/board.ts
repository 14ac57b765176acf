import { Excalidraw, MainMenu, exportToBlob, exportToSvg } from "@excalidraw/excalidraw";
import type { ExcalidrawInitialDataState, ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { createElement as h } from "react";
import { createRoot } from "react-dom/client";
import { watchDark } from "./dark";

export type Picture = "svg" | "png";

export interface Board {
  ready: Promise<void>;
  /** The scene as text, if it is another than the last time. */
  changed(): string | undefined;
  /** Escape was pressed: whether the board is to be left, since there was nothing to end or to deselect. */
  escape(): boolean;
  picture(type: Picture): Promise<Blob>;
  close(): void;
}

declare const BOARD_ASSETS: string;

/**
 * The one place that knows React and Excalidraw: a board in `host` that begins with `scene`, the parsed text of an
 * earlier one or null. `onChange` is called often; `changed` then says whether anything is different. Without it the
 * board is only looked at.
 */
export function openBoard(host: HTMLElement, scene: unknown, onChange?: () => void): Board {
  (window as { EXCALIDRAW_ASSET_PATH?: string }).EXCALIDRAW_ASSET_PATH = BOARD_ASSETS;
  const root = createRoot(host, { onUncaughtError: (error) => reject(error) });
  let api: ExcalidrawImperativeAPI | undefined;
  let kept: string | undefined;
  let resolve: () => void;
  let reject: (error: unknown) => void;
  const ready = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });

  const text = () => {
    const { viewBackgroundColor } = api!.getAppState();
    const content = { elements: api!.getSceneElements(), appState: { viewBackgroundColor }, files: api!.getFiles() };
    return JSON.stringify({ type: "excalidraw", version: 2, ...content });
  };
  const changes = () => {
    if (!api || api.getAppState().isLoading) return;
    if (kept !== undefined) return onChange?.();
    kept = text();
    resolve();
  };
  const render = (dark: boolean) =>
    root.render(
      h(Excalidraw, {
        initialData: scene as ExcalidrawInitialDataState | null,
        excalidrawAPI: (given) => (api = given),
        onChange: changes,
        viewModeEnabled: !onChange,
        theme: dark ? "dark" : "light",
        name: "Whiteboard",
        aiEnabled: false,
        validateEmbeddable: false,
        UIOptions: {
          canvasActions: {
            loadScene: false,
            saveToActiveFile: false,
            saveAsImage: false,
            export: false,
            toggleTheme: false,
          },
          tools: { image: false },
        },
        children: h(
          MainMenu,
          null,
          h(MainMenu.DefaultItems.SearchMenu),
          h(MainMenu.DefaultItems.Help),
          h(MainMenu.DefaultItems.ClearCanvas),
          h(MainMenu.Separator),
          h(MainMenu.DefaultItems.ChangeCanvasBackground),
        ),
      }),
    );
  const look = watchDark(render);

  return {
    ready,
    changed() {
      const now = api && kept !== undefined ? text() : kept;
      if (now === kept) return undefined;
      return (kept = now);
    },
    escape() {
      const state = api!.getAppState();
      const open = state.openDialog ?? state.openMenu ?? state.openPopup ?? state.openSidebar ?? state.contextMenu;
      const drawing = state.editingTextElement ?? state.newElement ?? state.multiElement ?? state.editingLinearElement;
      if (open || drawing || state.activeTool.type !== "selection") return false;
      if (!Object.keys(state.selectedElementIds).length) return true;
      api!.updateScene({ appState: { selectedElementIds: {}, selectedGroupIds: {} } });
      return false;
    },
    async picture(type) {
      const dark = api!.getAppState().theme === "dark";
      const { viewBackgroundColor } = api!.getAppState();
      const appState = { exportBackground: true, exportWithDarkMode: dark, viewBackgroundColor };
      const drawn = { elements: api!.getSceneElements(), files: api!.getFiles(), appState, exportPadding: 16 };
      if (type === "svg") return new Blob([(await exportToSvg(drawn)).outerHTML], { type: "image/svg+xml" });
      return exportToBlob({
        ...drawn,
        getDimensions: (width: number, height: number) => ({ width: 2 * width, height: 2 * height, scale: 2 }),
      });
    },
    close() {
      look.abort();
      root.unmount();
    },
  };
}
