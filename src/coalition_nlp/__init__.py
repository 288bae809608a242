"""Ministers, countries, dates, figures, meetings and statements from German and English press texts.

>>> import coalition_nlp
>>> doc = coalition_nlp.extract("Dutch Foreign Minister Stef Blok met 23 ministers in Rome.", published="2020-06-04")
>>> doc.people[0].name
'Stef Blok'
"""
