"""What to write in each part of a story, and a good example beside it."""

from sharpen.domain.story import NOTES, TITLE, Part

PROMPTS = {
    TITLE: "A few words by which you find it again.",
    Part.SITUATION: "Where and when it was, who was there, and what was at stake. Two or three sentences.",
    Part.TASK: "What was yours to do, and what made it hard. One or two sentences.",
    Part.ACTION: "What you did, step by step, and why so and not otherwise. This is most of the story.",
    Part.RESULT: "What came of it, in numbers where there are any, and what you do differently since.",
    NOTES: "What an interviewer may ask next, names, dates. This is not told, and not counted.",
}
EXAMPLE = {
    TITLE: "The ranking model that nobody trusted",
    Part.SITUATION: (
        "Last spring our search team was about to launch a new ranking model. Offline it was clearly better. Two "
        "weeks before the date, support began to forward complaints from the pilot city: shops that had been on "
        "the first page for years were gone."
    ),
    Part.TASK: (
        "I owned the evaluation. The launch was announced, and I had ten days to say whether the model was wrong "
        "or the complaints were."
    ),
    Part.ACTION: (
        "I took the forty complaints and looked at each query by hand. In most of them the shop that was missing "
        "had few clicks in our log, since it had been closed for renovation. I suspected that the model read "
        "missing clicks as bad ones. To test that, I held out the shops that had been closed, and measured the "
        "two models on them alone: there the new one was worse. I showed this to the lead in one picture rather "
        "than a report, proposed to fill the gap by the rate of similar shops, and to move the launch by a week. "
        "She disagreed at first, because the date was public. I offered to launch in three cities where nothing "
        "had been closed, and she took that."
    ),
    Part.RESULT: (
        "We launched there on the date and everywhere twelve days later. Complaints fell from forty a week to "
        "three, and sales from search rose by 4 %. Since then our evaluation has a slice for everything that is "
        "rarely shown. I learned to read complaints before averages."
    ),
    NOTES: (
        "How were the similar shops found? By category and district. What if she had refused? I would have asked "
        "for a flag."
    ),
}
"""An invented story."""
