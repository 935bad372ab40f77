"""English forms that no stemmer brings home: irregular verbs and plurals, by their base."""

from __future__ import annotations

_FORMS = """
arise arose arisen|bear bore borne|become became|begin began begun|bind bound|break broke broken|bring brought
build built|buy bought|catch caught|choose chose chosen|come came|deal dealt|do did done|draw drew drawn
drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgo forwent forgone|get got gotten|give gave given
go went gone|grow grew grown|hear heard|hold held|keep kept|know knew known|lay laid|lead led|leave left
lend lent|lie lay lain|lose lost|make made|mean meant|meet met|override overrode overridden
oversee oversaw overseen|overtake overtook overtaken|pay paid|prove proven|rise rose risen|run ran|say said
see saw seen|seek sought|sell sold|send sent|shake shook shaken|show shown|shrink shrank|sit sat
speak spoke spoken|spend spent|stand stood|strike struck stricken|swear swore sworn|take took taken
teach taught|tell told|think thought|undergo underwent undergone|understand understood
undertake undertook undertaken|uphold upheld|wear wore worn|win won|withdraw withdrew withdrawn
withhold withheld|write wrote written|child children|man men|woman women|person people
"""
BASES = {
    form: forms[0] for line in _FORMS.replace("\n", "|").split("|") if (forms := line.split()) for form in forms[1:]
}
"""Each irregular form with its base form."""
