#!/usr/bin/env python3
"""Adds comments from a JSON Lines file, with nothing but Python 3.9's standard library.

    python3 examples/add-comments.py examples/comments.jsonl --article ARTICLE_ID

A line is an AddCommentInput; articleId may be left to --article, and a line without an
idempotencyKey gets one that is made from the line itself. Stop it and run it again: nothing is
added twice.

A busy service is given the time that it asks for with Retry-After. A line that could not be
delivered within --patience seconds is "not sent": run the script again for it.

Exit code: 0 all lines are there, 1 some were refused, 2 wrong use, 3 some were not sent.
"""

import argparse
import hashlib
import json
import random
import sys
import time
import urllib.error
import urllib.request

ADD_COMMENT = """mutation AddComment($input: AddCommentInput!) {
  addComment(input: $input) {
    comment { id status }
    receipt
    alreadyAdded
    userErrors { code field message }
  }
}"""

FIRST_DELAY = 0.25
MAX_DELAY = 10.0
REQUEST_TIMEOUT = 30.0


class Passing(Exception):
    """What a retry can mend: the network, a busy or stopping service; never a refusal."""

    def __init__(self, message, retry_after=None):
        super().__init__(message)
        self.retry_after = retry_after


class Refused(Exception):
    """What no retry can mend."""


def send(url, language, comment):
    """Sends one comment. Returns what addComment answers."""
    request = urllib.request.Request(
        url,
        data=json.dumps({"query": ADD_COMMENT, "variables": {"input": comment}}).encode(),
        headers={"content-type": "application/json", "accept-language": language},
    )
    try:
        with urllib.request.urlopen(request, timeout=REQUEST_TIMEOUT) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        if error.code == 429 or error.code >= 500:
            raise Passing(f"HTTP {error.code}", read_seconds(error.headers)) from error
        answer = read_errors(error)
    except OSError as error:
        raise Passing(str(error)) from error
    if answer.get("errors") or answer.get("data") is None:
        messages = [error["message"] for error in answer.get("errors", [])]
        raise Refused("; ".join(messages) or "No data")
    return answer["data"]["addComment"]


def read_seconds(headers):
    """The seconds of Retry-After; None where the service asks for no pause."""
    try:
        return float(headers.get("retry-after", ""))
    except ValueError:
        return None


def read_errors(error):
    """The answer in the body of a refusal."""
    try:
        return json.load(error)
    except ValueError:
        raise Refused(f"HTTP {error.code}") from error


def send_with_retries(url, language, comment, patience):
    """Sends one comment until it is answered, or patience is at its end."""
    give_up_at = time.monotonic() + patience
    delay = FIRST_DELAY
    while True:
        try:
            return send(url, language, comment)
        except Passing as error:
            pause = delay if error.retry_after is None else error.retry_after
            # A random part, so that many scripts do not come back at once.
            pause += FIRST_DELAY * random.random()
            if time.monotonic() + pause > give_up_at:
                raise
            time.sleep(pause)
            if error.retry_after is None:
                delay = min(MAX_DELAY, delay * 2)


def to_input(text, article):
    """The input of a line, with a key that is the same whenever the line is."""
    comment = json.loads(text)
    article_id = comment.get("articleId") or article
    if article_id is None:
        raise Refused("no articleId in the line, and no --article")
    key = hashlib.sha256(f"{article_id}\n{text}".encode()).hexdigest()
    return {"idempotencyKey": key, **comment, "articleId": article_id}


def describe(error):
    """A fault of the input as a line of text."""
    return f"{'.'.join(error['field'])} {error['code']}: {error['message']}"


def add_line(raw, options):
    """Adds the comment of a line. Returns why it was refused: nothing where it is there now."""
    try:
        text = raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise Refused("the line is not UTF-8: save the file as UTF-8") from error
    try:
        comment = to_input(text, options.article)
    except ValueError as error:
        raise Refused(f"the line is not JSON: {error}") from error
    payload = send_with_retries(options.url, options.language, comment, options.patience)
    return [describe(error) for error in payload["userErrors"]]


def main():
    """Adds every line. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--article", help="the articleId of lines that have none")
    parser.add_argument("--url", default="http://localhost:4000/graphql")
    parser.add_argument("--language", default="en", choices=["ar", "en"])
    parser.add_argument("--patience", type=float, default=900.0, help="seconds for each line")
    options = parser.parse_args()
    added = refused = unsent = 0
    with open(options.file, "rb") as lines:
        for number, raw in enumerate(lines, start=1):
            if not raw.strip():
                continue
            try:
                reasons = add_line(raw, options)
            except Refused as error:
                reasons = [str(error)]
            except Passing as error:
                unsent += 1
                print(f"line {number}: not sent: {error}", file=sys.stderr)
                continue
            if reasons:
                refused += 1
                print(f"line {number}: refused: {'; '.join(reasons)}", file=sys.stderr)
            else:
                added += 1
    print(f"{added} added or there already, {refused} refused, {unsent} not sent")
    if unsent:
        print("Run the same command again: nothing is added twice.", file=sys.stderr)
    return 3 if unsent else 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
