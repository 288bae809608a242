"""English sentences in our own words: (marked text, [(speaker, kind, beginning of what is said)])."""

CASES = [
    # what only leads up to the verb is not what is said
    (
        "As the crews gathered at the pier, [Ines Halvorsen] said they would sail at dawn.",
        [("Ines Halvorsen", "indirect", "they would sail")],
    ),
    (
        "On the toll, [Ines Halvorsen] said the panel would meet again.",
        [("Ines Halvorsen", "indirect", "the panel would meet")],
    ),
    (
        "Asked whether the toll was legal, [Ines Halvorsen] said: “Wait for the court to speak.”",
        [("Ines Halvorsen", "direct", "Wait for the court")],
    ),
    (
        "If the river rises again, [Ines Halvorsen] said, the bridge would close.",
        [("Ines Halvorsen", "indirect", "If the river rises again")],
    ),
    ("The bridge would close soon, [Ines Halvorsen] said on Tuesday.", [("Ines Halvorsen", "indirect", "The bridge")]),
    (
        "The ferry was lost after officials announced that the storm was over.",
        [("officials", "indirect", "the storm was over")],
    ),
    # who speaks
    (
        "Customs and harbour officials say a freighter blocked the pier. They say nobody was hurt.",
        [
            ("Customs and harbour officials", "indirect", "a freighter"),
            ("Customs and harbour officials", "indirect", "nobody was hurt"),
        ],
    ),
    (
        "An official in the port, where the freighter sank, accused the owner of hiding the damage.",
        [("official", "indirect", "hiding the damage")],
    ),
    ("The harbour agency (HBA) said the pier was closed.", [("harbour agency", "indirect", "the pier was closed")]),
    (
        "[Ines Halvorsen] confirmed that the toll was studied, but stressed there was no decision.",
        [("Ines Halvorsen", "indirect", "the toll was"), ("Ines Halvorsen", "indirect", "there was no decision")],
    ),
    (
        "A resident told the Harbour Post there was smoke over the pier.",
        [("resident", "indirect", "there was smoke")],
    ),
    ("HARBOURTON: The pier is closed, the ministry said.", [("ministry", "indirect", "The pier is closed")]),
    # quotations in every style
    ("“The road is open,” said Minister [Ines Halvorsen].", [("Ines Halvorsen", "direct", "The road is open")]),
    ('"The road is open," [Ines Halvorsen] said on Monday.', [("Ines Halvorsen", "direct", "The road is open")]),
    ("‘Nobody has to wait,’ [Halvorsen] told reporters.", [("Halvorsen", "direct", "Nobody has to wait")]),
    (
        "“It is late,” said [Ines Halvorsen], “but not too late.”",
        [("Ines Halvorsen", "direct", "It is late,” said Ines Halvorsen, “but")],
    ),
    (
        "“The break is over,” [Ines Halvorsen] said. “Now we work.”",
        [("Ines Halvorsen", "direct", "The break"), ("Ines Halvorsen", "direct", "Now we work")],
    ),
    (
        '[Ines Halvorsen] said: "The gate stands open. Nobody waits."',
        [("Ines Halvorsen", "direct", "The gate stands open. Nobody")],
    ),
    (
        "[Ines Halvorsen], who chairs the panel, told us: “Wait for spring.”",
        [("Ines Halvorsen", "direct", "Wait for spring")],
    ),
    # clauses before and behind the verb
    (
        "[Ines Halvorsen] said that the bridge would open on Friday.",
        [("Ines Halvorsen", "indirect", "the bridge would open")],
    ),
    (
        "[Ines Halvorsen] said the bridge would open on Friday.",
        [("Ines Halvorsen", "indirect", "the bridge would open")],
    ),
    ("The harbour will close at noon, [Olaf Reents] said.", [("Olaf Reents", "indirect", "The harbour will close")]),
    (
        "The harbour will close at noon, said the harbour chief, [Olaf Reents].",
        [("Olaf Reents", "indirect", "The harbour will close")],
    ),
    (
        "The harbour will close at noon, their spokesman, [Olaf Reents], announced.",
        [("Olaf Reents", "indirect", "The harbour will")],
    ),
    (
        "[Olaf Reents], a former captain, warned that storms were near.",
        [("Olaf Reents", "indirect", "storms were near")],
    ),
    (
        "The ministry in Oslo confirmed that two boats were missing.",
        [("ministry in Oslo", "indirect", "two boats were missing")],
    ),
    (
        "On Tuesday, [Olaf Reents] told a panel in Rome that the tunnel was safe.",
        [("Olaf Reents", "indirect", "the tunnel was safe")],
    ),
    ("[Olaf Reents] met the crew and said that he was proud.", [("Olaf Reents", "indirect", "he was proud")]),
    ("[Olaf Reents] denied that the crew had slept.", [("Olaf Reents", "indirect", "the crew had slept")]),
    ("The delegations noted that the trade had doubled.", [("delegations", "indirect", "the trade had doubled")]),
    (
        "[Ines Halvorsen] took the opportunity to stress that the door stays open.",
        [("Ines Halvorsen", "indirect", "the door stays open")],
    ),
    (
        "[Ines Halvorsen] spoke for an hour, adding that nobody had left.",
        [("Ines Halvorsen", "indirect", "nobody had left")],
    ),
    (
        "As [Olaf Reents] said this morning, we are short of boats.",
        [("Olaf Reents", "indirect", "we are short of boats")],
    ),
    (
        "[Ines Halvorsen] and her colleague [Olaf Reents] warned that time was short.",
        [("Ines Halvorsen", "indirect", "time was short"), ("Olaf Reents", "indirect", "time was short")],
    ),
    (
        "[Ines Halvorsen] said that the port was safe. The cranes were being repaired, she added.",
        [("Ines Halvorsen", "indirect", "the port was safe"), ("Ines Halvorsen", "indirect", "The cranes were being")],
    ),
    # sources
    ("According to the coast guard, the ship sank within minutes.", [("coast guard", "indirect", "the ship sank")]),
    (
        "The ship sank within minutes, according to [Olaf Reents], head of the port.",
        [("Olaf Reents", "indirect", "The ship sank")],
    ),
    # calls and demands
    ("The council called on both sides to lay down their arms.", [("council", "indirect", "both sides to lay down")]),
    ("[Olaf Reents] demanded an end to the blockade.", [("Olaf Reents", "indirect", "an end to the blockade")]),
    ("The ministers called for the funds to be released.", [("ministers", "indirect", "the funds to be released")]),
    ("[Olaf Reents] accused the company of hiding the report.", [("Olaf Reents", "indirect", "hiding the report")]),
]

# No statement: support without a clause, plans, passives, nouns, negations.
COUNTER = [
    "A clerk who asked not to be named left the room.",
    "HARBOURTON: The pier is closed again.",
    "The United States reaffirmed its commitment to the talks.",
    "The delegation expressed its support for the reform.",
    "[Ines Halvorsen] will say more on Friday.",
    "[Ines Halvorsen] is expected to announce that the port closes.",
    "[Olaf Reents] declined to say whether he would resign.",
    "The harbour is said to be deep.",
    "The treaty says nothing about boats.",
    "News reports reached the port before noon.",
    "[Olaf Reents] condemned the attack.",
    "The strike continued for a week, and the boats stayed in port.",
    "[Ines Halvorsen] did not say when the port would open.",
    "The ministers discussed how the work can go on.",
]
