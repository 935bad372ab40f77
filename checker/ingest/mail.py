"""E-mail: the message as a document, and each attachment as a document of its own, named message!attachment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.ingest import html
from checker.ingest.assemble import unread
from checker.ingest.charset import decode
from checker.ingest.containers import named, refused, within_limit
from checker.ingest.kinds import Kind
from checker.ingest.reading import Enclosed, Issuers, Reading, Source
from checker.ingest.writer import Account, Writer, Written, reading_of
from checker.model.document import Place, Problem

if TYPE_CHECKING:
    from email.message import EmailMessage, Message, MIMEPart

    Part = MIMEPart | Message

_FIELDS = ("Subject", "From", "To", "Date")
_ENDINGS = {"message/rfc822": ".eml", "text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}


def read(source: Source, kind: Kind, known_issuers: Issuers) -> Reading:
    """The reading of a message; places are its header and the lines of its body."""
    problem = refused(source, "mail")
    if problem:
        return unread(source, kind.media_type, problem, *kind.problems)
    return reading_of(source, kind, known_issuers, account_of(source.data))


def account_of(data: bytes) -> Account | Problem:
    """What a message says and holds."""
    message = parsed(data)
    body = message.get_body(("html", "plain"))
    account = _body(body) if body is not None else Account(Written("", ()))
    if isinstance(account, Problem):
        account = Account(Written("", ()), problems=(account,))
    fields = {name: _field(message, name) for name in _FIELDS}
    return Account(
        _joined(fields, account.written),
        {"title": fields["Subject"], "author": fields["From"], "dated": fields["Date"]},
        account.problems,
        tuple(account.alternatives),
        named(within_limit(_attachments(message))),
    )


def parsed(data: bytes) -> EmailMessage:
    """The message in `data`; what is wrong with its form is repaired as mail programs do."""
    from email import message_from_bytes, policy

    return message_from_bytes(data, policy=policy.default)


def content(part: Part) -> bytes:
    """The bytes of a part; empty where they cannot be decoded."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def charset(part: Part) -> str:
    """The encoding that a part states."""
    return str(part.get_content_charset() or "")


def _body(body: Part) -> Account | Problem:
    if body.get_content_type() == "text/html":
        return html.account_of(content(body), charset(body))
    decoded = decode(content(body), charset(body))
    if not decoded.encoding and decoded.problem:
        return decoded.problem
    writer = Writer()
    for number, line in enumerate(decoded.text.replace("\r\n", "\n").rstrip("\n").split("\n"), 1):
        writer.line(line, f"message, line {number}")
    return Account(writer.written(), problems=tuple(filter(None, (decoded.problem,))))


def _field(message: EmailMessage, name: str) -> str:
    """A field of the header as people read it; empty where it is missing or makes no sense."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _joined(fields: dict[str, str], body: Written) -> Written:
    """The header before the body; subject and date stand in its lines, as in a printed message."""
    writer = Writer()
    for name, value in fields.items():
        writer.block(f"{name}: {value}" if value else "", "message header", close=True)
    head = writer.written()
    if not body.text.strip():
        return head
    start = len(head.text) + 1
    places = tuple(Place(place.start + start, place.words) for place in body.places)
    return Written(f"{head.text}\n{body.text}", (*head.places, *places))


def _attachments(message: EmailMessage) -> Iterator[Enclosed]:
    from email.message import Message

    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else (), 1):
        kind = part.get_content_type()
        inner = part.get_payload() if kind == "message/rfc822" else None
        data = inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], Message) else content(part)
        yield Enclosed(_name(part, number, kind), data)


def _name(part: Part, number: int, kind: str) -> str:
    try:
        name = part.get_filename("") or ""
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        name = ""
    return name.replace("\\", "/").rsplit("/", 1)[-1].strip() or f"attachment-{number}{_ENDINGS.get(kind, '')}"
