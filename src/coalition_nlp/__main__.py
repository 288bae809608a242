"""python -m coalition_nlp is the command coalition-nlp."""

from coalition_nlp.cli.main import app

if __name__ == "__main__":  # worker processes import this module, too
    app(prog_name="coalition-nlp")
