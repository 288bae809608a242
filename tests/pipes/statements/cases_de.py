"""German sentences in our own words: (marked text, [(speaker, kind, beginning of what is said)])."""

CASES = [
    # sources within brackets and within one word
    ("Die Brücke ist [Ines Halvorsen] (SPD) zufolge gesperrt.", [("Ines Halvorsen", "indirect", "Die Brücke ist")]),
    ("Nach UN-Angaben fehlt es im Hafen an Wasser.", [("UN", "indirect", "fehlt es")]),
    (
        "Die Regierung sagte bei der Tagung nach Angaben des Ministeriums 20 Boote zu.",
        [("Regierung", "indirect", "20 Boote")],
    ),
    # what only leads up to the verb is not what is said
    (
        "Sollte der Fluss steigen, kündigte Minister [Ines Halvorsen] an, dass die Brücke gesperrt werde.",
        [("Ines Halvorsen", "indirect", "die Brücke gesperrt")],
    ),
    (
        "Nachdem [Ines Halvorsen] die Brücke gesperrt hat, fordert die Opposition rasche Auskunft über die Kosten.",
        [("Opposition", "indirect", "rasche Auskunft")],
    ),
    (
        "[Ines Halvorsen] sagte am Abend, die Arbeiten verliefen ruhig.",
        [("Ines Halvorsen", "indirect", "die Arbeiten verliefen")],
    ),
    # who speaks
    (
        "Die Brücke sei zu alt, sagte [Ines Halvorsen]. Man müsse neu bauen, so die SPD-Politikerin.",
        [("Ines Halvorsen", "indirect", "Die Brücke"), ("Ines Halvorsen", "indirect", "Man müsse")],
    ),
    (
        'Das gab ein Sprecher im Hafen bekannt. "Die Brücke bleibt zu", sagte er.',
        [("Sprecher", "direct", "Die Brücke bleibt zu")],
    ),
    (
        "Ein Sprecher erklärte:\n„Die Brücke bleibt gesperrt.\nDer Hafen ist offen. Wir melden uns.“",
        [("Sprecher", "direct", "Die Brücke bleibt gesperrt.\nDer Hafen")],
    ),
    # quotations in every style, before and behind the verb
    ("„Wir bleiben bis zum Herbst“, sagte Ministerin [Ines Halvorsen].", [("Ines Halvorsen", "direct", "Wir bleiben")]),
    ('"Das reicht nicht", meinte [Jonas Brandtner] am Dienstag.', [("Jonas Brandtner", "direct", "Das reicht nicht")]),
    ("»Der Weg ist frei«, so [Ines Halvorsen].", [("Ines Halvorsen", "direct", "Der Weg ist frei")]),
    ("«Niemand will das», rief [Ines Halvorsen] den Wartenden zu.", [("Ines Halvorsen", "direct", "Niemand will")]),
    ("“Wir zahlen mit”, versprach der Minister.", [("Minister", "direct", "Wir zahlen mit")]),
    (
        "[Ines Halvorsen] sagte: „Das Tor steht offen. Niemand muss warten.“",
        [("Ines Halvorsen", "direct", "Das Tor steht offen. Niemand")],
    ),
    (
        "„Es ist spät“, sagte [Ines Halvorsen], „aber nicht zu spät.“",
        [("Ines Halvorsen", "direct", "Es ist spät“, sagte Ines Halvorsen, „aber")],
    ),
    (
        "„Die Pause ist um“, sagte [Ines Halvorsen]. „Nun wird gearbeitet.“",
        [("Ines Halvorsen", "direct", "Die Pause"), ("Ines Halvorsen", "direct", "Nun wird")],
    ),
    (
        "„Erst reden wir. Dann sehen wir weiter“, sagte [Jonas Brandtner].",
        [("Jonas Brandtner", "direct", "Erst reden wir. Dann")],
    ),
    ("[Brandtner]: „Ohne uns geht es nicht“", [("Brandtner", "direct", "Ohne uns")]),
    # quotation marks lost, or only a few words quoted
    (
        "Wir haben keine Zeit zu verlieren, sagte Sprecher [Olaf Reents] am Montag.",
        [("Olaf Reents", "indirect", "Wir haben keine")],
    ),
    ("Die Lage sei „nicht mehr haltbar“, sagte [Olaf Reents].", [("Olaf Reents", "indirect", "Die Lage sei")]),
    (
        "[Olaf Reents] sagte, „der schwerste Teil“ der Reise liege noch vor ihnen.",
        [("Olaf Reents", "indirect", "„der schwerste Teil“ der Reise")],
    ),
    # clauses with and without a conjunction, questions of place
    (
        "Der Botschafter erklärte, dass die Brücke am Freitag öffne.",
        [("Botschafter", "indirect", "die Brücke am Freitag")],
    ),
    (
        "[Ines Halvorsen] betonte am Rande der Tagung in Genf, man habe Geduld.",
        [("Ines Halvorsen", "indirect", "man habe Geduld")],
    ),
    (
        "Am Abend sagte [Ines Halvorsen] dem Sender RTX, der Vertrag sei fertig.",
        [("Ines Halvorsen", "indirect", "der Vertrag sei fertig")],
    ),
    (
        "Auch der Sprecher der Behörde, [Olaf Reents], versicherte, alles laufe nach Plan.",
        [("Olaf Reents", "indirect", "alles laufe")],
    ),
    (
        "[Olaf Reents], der die Gespräche leitet, sagte der Zeitung, es werde eng.",
        [("Olaf Reents", "indirect", "es werde eng")],
    ),
    (
        "Die Regierung in Oslo hat inzwischen signalisiert, dass sie zahlen will.",
        [("Regierung in Oslo", "indirect", "sie zahlen will")],
    ),
    ("Das Ministerium musste einräumen, dass zwei Boote fehlen.", [("Ministerium", "indirect", "zwei Boote fehlen")]),
    (
        "Man werde, sagte [Olaf Reents], alles prüfen.",
        [("Olaf Reents", "indirect", "Man werde, sagte Olaf Reents, alles")],
    ),
    ("Früher, sagt er, habe hier ein Hafen gelegen. [Olaf Reents] nickt.", []),
    (
        "[Olaf Reents] zeigte sich zuversichtlich, dass der Hafen bald öffnet.",
        [("Olaf Reents", "indirect", "der Hafen bald öffnet")],
    ),
    (
        "Der Minister [Olaf Reents] (LPD) warf dem Rat vor, die Frist versäumt zu haben.",
        [("Olaf Reents", "indirect", "die Frist versäumt")],
    ),
    # infinitives and objects
    (
        "[Ines Halvorsen] rief die Nachbarn auf, ihre Schiffe zurückzuziehen.",
        [("Ines Halvorsen", "indirect", "ihre Schiffe zurückzuziehen")],
    ),
    (
        "[Ines Halvorsen] rief die Nachbarn zu mehr Geduld auf.",
        [("Ines Halvorsen", "indirect", "die Nachbarn zu mehr Geduld")],
    ),
    (
        "Das schwedische Parlament forderte den Rückzug aller Boote.",
        [("schwedische Parlament", "indirect", "den Rückzug aller Boote")],
    ),
    (
        "[Olaf Reents] hat die Parteien zum Verzicht auf Gewalt aufgefordert.",
        [("Olaf Reents", "indirect", "die Parteien zum Verzicht")],
    ),
    ("Er schlug zudem eine neue Kommission vor. Das war [Olaf Reents] wichtig.", []),
    ("[Olaf Reents] sprach von einem guten Tag für den Norden.", [("Olaf Reents", "indirect", "einem guten Tag")]),
    ("[Olaf Reents] warnte vor übereilten Schritten.", [("Olaf Reents", "indirect", "übereilten Schritten")]),
    ("[Olaf Reents] warnte vor „Leichtsinn“.", [("Olaf Reents", "direct", "Leichtsinn")]),
    ("[Olaf Reents] bezeichnete den Antrag als verfrüht.", [("Olaf Reents", "indirect", "den Antrag als verfrüht")]),
    ("Die Allianz begründete den Schritt mit neuen Angriffen.", [("Allianz", "indirect", "neuen Angriffen")]),
    (
        "[Olaf Reents] schloss nicht aus, noch einmal zu verhandeln.",
        [("Olaf Reents", "indirect", "noch einmal zu verhandeln")],
    ),
    ("[Olaf Reents] nannte den Plan einen Fehler.", [("Olaf Reents", "indirect", "den Plan einen Fehler")]),
    # markers
    ("Laut Polizei kamen elf Menschen ums Leben.", [("Polizei", "indirect", "kamen elf Menschen")]),
    ("Der Zug steht nach Angaben der Behörde seit Montag still.", [("Behörde", "indirect", "Der Zug steht")]),
    (
        "Nach Angaben des Außenministeriums sind drei Konvois unterwegs.",
        [("Außenministerium", "indirect", "sind drei Konvois")],
    ),
    ("Diplomaten zufolge ist der Text fast fertig.", [("Diplomaten", "indirect", "ist der Text")]),
    ("Der Kanal sei gesperrt, hieß es aus dem Ministerium.", [("Ministerium", "indirect", "Der Kanal sei")]),
    ("Man sei bereit zu helfen, heißt es in der Erklärung der Allianz.", [("Allianz", "indirect", "Man sei bereit")]),
    (
        "Wie der Sprecher [Olaf Reents] mitteilte, beginnt die Fahrt um neun.",
        [("Olaf Reents", "indirect", "beginnt die Fahrt")],
    ),
    ("Die Fahrt beginnt um neun, wie [Olaf Reents] mitteilte.", [("Olaf Reents", "indirect", "Die Fahrt beginnt")]),
    # speech that goes on: subjunctive, anaphors, paragraphs
    (
        "[Ines Halvorsen] sagte, der Hafen bleibe offen. Niemand müsse abreisen. Das Wetter ist gut.",
        [("Ines Halvorsen", "indirect", "der Hafen"), ("Ines Halvorsen", "indirect", "Niemand müsse")],
    ),
    (
        "Der Hafen bleibe offen, sagte [Ines Halvorsen]. Die Schiffe würden morgen entladen.",
        [("Ines Halvorsen", "indirect", "Der Hafen"), ("Ines Halvorsen", "indirect", "Die Schiffe würden")],
    ),
    (
        "[Ines Halvorsen] traf [Olaf Reents]. Dieser erklärte, es gebe Fortschritte.",
        [("Olaf Reents", "indirect", "es gebe Fortschritte")],
    ),
    (
        "Sowohl Norwegen als auch Dänemark betonten, man plane keine Reise.",
        [("Norwegen", "indirect", "man plane"), ("Dänemark", "indirect", "man plane")],
    ),
    (
        "[Ines Halvorsen] und [Olaf Reents] forderten ein Ende der Blockade.",
        [("Ines Halvorsen", "indirect", "ein Ende"), ("Olaf Reents", "indirect", "ein Ende")],
    ),
    (
        "[Ines Halvorsen] zeigte sich enttäuscht. Das ist ein Rückschritt für alle Häfen. Am Abend regnete es.",
        [("Ines Halvorsen", "indirect", "Das ist ein Rückschritt")],
    ),
    ("Der Verband sah das anders: Die Kosten seien gestiegen.", [("Verband", "indirect", "Die Kosten seien")]),
]

# No statement: another verb of the same form, an unspoken subjunctive, a negation, no speaker.
COUNTER = [
    "Der Minister sagte seine Reise nach Rom ab.",
    "Der Anschlag forderte zwanzig Todesopfer.",
    "[Olaf Reents] machte keine Angaben dazu, wie lange die Fahrt dauert.",
    "[Olaf Reents] teilte das Brot mit den Wartenden.",
    "Es sei denn, das Wetter ändert sich, beginnt die Fahrt um neun.",
    "Die Stadt wirkt, als sei der Krieg nie gewesen.",
    "Laut Vertrag endet die Frist im Mai.",
    "[Olaf Reents] verurteilte den Angriff scharf.",
    "[Olaf Reents] lobte das Ergebnis.",
    "Die Lage sei ernst, hieß es.",
    "Das heißt, die Brücke bleibt zu.",
    "Die kleine Gruppe bezeichnet ein Format der Nachbarn.",
    "[Olaf Reents] sagte nicht, wann die Fahrt beginnt.",
    "Er wurde aufgefordert, den Saal zu verlassen.",
    "Ohne den Vertrag hätten sie den Hafen verloren, und der Rest wäre teuer geworden.",
]
