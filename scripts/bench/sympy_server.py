"""SymPy, asked line by line: {"text"} in, processor microseconds, a tab and {"answer"} or {"error"} out."""

import json
import re
import sys
import time

before = time.process_time()

import sympy

LETTER = re.compile(r"\b[A-Za-z_]\w*\b(?!\s*\()")
CONSTANTS = {"pi": sympy.pi, "e": sympy.E}


def derivative(text):
    spelled = re.sub(r"\blambda\b", "lambda_", text.replace("^", "**"))
    letters = {name: CONSTANTS.get(name, sympy.Symbol(name, real=True)) for name in LETTER.findall(spelled)}
    x = sympy.Symbol("x", real=True)
    return sympy.simplify(sympy.diff(sympy.sympify(spelled, locals=letters), x))


def in_general(answer):
    """The answer where no special value is met, in the bench's spelling."""
    general = answer.replace(sympy.Piecewise, lambda *pieces: pieces[-1][0])
    return str(general).replace("**", "^").replace("lambda_", "lambda")


for line in sys.stdin:
    try:
        said = {"answer": in_general(derivative(json.loads(line)["text"]))}
    except Exception as error:  # whatever it refuses with
        said = {"error": str(error)[:200]}
    now = time.process_time()
    print(f"{round((now - before) * 1e6)}\t{json.dumps(said)}", flush=True)
    before = time.process_time()
