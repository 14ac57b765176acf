"""Cards: how one is shown, judged and turned over."""
