from datetime import date
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake import load
from quellenlage.intake.formats import DEEPEST, read_mail
from quellenlage.intake.mail import MOST_PARTS, attachments, is_mail
from quellenlage.intake.report import Metadata
from quellenlage.model import Report, Skipped

TEXT = "OSTERMOOR (dpa) – Der Rat von Ostermoor hat am Dienstag getagt, größer als je zuvor.\n\nMehr folgt in Kürze."


def mail(text=TEXT, **fields):
    message = EmailMessage()
    message["From"] = fields.pop("sender", "Eilmeldungen Nord <alert@agentur.example>")
    message["Subject"] = fields.pop("subject", "EIL: Rat tagt – größer")
    message["Date"] = "Tue, 02 Mar 2021 23:30:00 +0000"
    if text is not None:
        message.set_content(text, **fields)
    return message


def found(message):
    raw = message if isinstance(message, bytes) else message.as_bytes()
    return list(read_mail(raw, "a.eml", Metadata()))


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252"])
def test_an_alert(coding, charset):
    (report,) = found(mail(TEXT.replace("–", "-"), charset=charset, cte=coding))
    assert report.text.splitlines() == TEXT.replace("–", "-").splitlines()
    assert (report.title, report.outlet) == ("EIL: Rat tagt – größer", "Eilmeldungen Nord")
    assert (report.agencies, report.published.interval.day) == (("dpa",), date(2021, 3, 3))


def test_the_plain_text_goes_before_the_html_beside_it():
    message = mail()
    message.add_alternative("<html><body><table><tr><td><p>Anders.</p></td></tr></table></body></html>", subtype="html")
    assert found(message)[0].text.strip() == TEXT


def test_a_newsletter_of_html_alone():
    source = (
        "<html><style>p{}</style><body><table><tr><td><h2>Rat</h2><p>Der Rat tagt.</p></td></tr></table></body></html>"
    )
    assert found(mail(source, subtype="html"))[0].text == "Rat\nDer Rat tagt."


def test_a_charset_that_is_not_there_and_one_that_is_wrong():
    raw = mail(TEXT, charset="utf-8", cte="8bit").as_bytes()
    for wrong in (b"x-unknown-8", b"us-ascii", b"iso-8859-1"):
        assert "größer" in found(raw.replace(b'"utf-8"', b'"%s"' % wrong))[0].text


def test_what_is_attached_is_read_under_its_own_name():
    message = mail()
    message.add_attachment("Der Hafen wächst, sagte sie.", filename="hafen.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="bild.png")
    message.add_attachment(b"%PDF-1.4 kaputt", maintype="application", subtype="pdf", filename="plan.pdf")
    message.add_attachment(mail("Der Deich hält.", subject="Deich"), filename="weiter.eml")
    items = found(message)
    assert [item.uri for item in items] == ["a.eml", "a.eml/hafen.txt", "a.eml/plan.pdf", "a.eml/weiter.eml"]
    assert isinstance(items[2], Skipped)
    assert (items[3].text.strip(), items[3].title) == ("Der Deich hält.", "Deich")


def test_a_mail_that_is_only_an_envelope():
    message = mail(None)
    message.add_attachment("Der Hafen wächst, sagte sie.", filename="hafen.txt")
    assert [item.uri for item in found(message)] == ["a.eml/hafen.txt"]


def nested(depth):
    message = mail("Ganz innen tagt der Rat.")
    for _ in range(depth):
        around = MIMEMultipart()
        around["From"], around["Subject"] = "a@b.example", "Fwd"
        around.attach(MIMEText("Davor steht dies.", "plain", "utf-8"))
        around.attach(MIMEMessage(message))
        message = around
    return message


def test_mails_in_mails_up_to_a_depth():
    items = found(nested(100))
    assert [type(item) for item in items] == [Report] * (DEEPEST + 1) + [Skipped]
    assert f"more than {DEEPEST} deep" in items[-1].reason


def test_parts_in_parts_up_to_a_depth():
    inner = MIMEText("Ganz innen.", "plain", "utf-8")
    for _ in range(100):
        around = MIMEMultipart()
        around.attach(inner)
        inner = around
    inner["From"], inner["Subject"] = "a@b.example", "Tief"
    (skipped,) = found(inner)
    assert "nested more than" in skipped.reason


def test_thousands_of_levels_and_of_parts():
    deep = b"From: a@b.example\nSubject: x\n" + b"Content-Type: message/rfc822\n\n" * 5000 + b"\nText"
    many = b'From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary="b"\n' + b"\n--b\n" * 5 * MOST_PARTS
    with pytest.raises(NotTextError, match="mail"):
        found(deep)
    with pytest.raises(TooLargeError, match="parts"):
        found(many)


def test_a_name_cannot_leave_its_line():
    message = mail()
    message.add_attachment("Der Hafen wächst.", filename="a\tb\u2028/../c.txt")
    assert all(item.uri.isprintable() and item.uri.count("/") < 2 for item in found(message))


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"Subject: x\nFrom: a@b.example\n\n"])
def test_a_mail_without_a_text(raw):
    with pytest.raises(NotTextError):
        found(raw)


def test_a_mail_is_known_by_its_fields(tmp_path):
    raw = mail().as_bytes()
    assert is_mail(raw)
    assert not is_mail(b"Von: Jana Sommer\nDer Rat tagt.")
    (tmp_path / "alert").write_bytes(raw)
    (report,) = load([tmp_path / "alert"])
    assert report.title == "EIL: Rat tagt – größer"


def test_attachments_are_pure():
    message = mail()
    message.add_attachment("x y z", filename="a.txt")
    assert list(attachments(message.as_bytes())) == list(attachments(message.as_bytes()))
