"""Started as a process of its own: what are its singletons like, and what becomes of pickled ones that it is sent?"""

import pickle
import sys

import app_settings
import singleton_forms as forms

print("module", app_settings.theme)
for own in (forms.by_new, forms.by_meta, forms.by_name):
    print(type(own).__name__, own.theme)

if sys.argv[1:] == ["receive"]:
    for sent in pickle.load(sys.stdin.buffer):
        own = type(sent)()
        print(type(sent).__name__, "is mine:", sent is own, "- theme of mine:", own.theme)
