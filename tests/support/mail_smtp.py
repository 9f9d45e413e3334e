# SPDX-License-Identifier: GPL-3.0-or-later
"""The outgoing mail server of the tests: aiosmtpd (Debian's python3-aiosmtpd) on loopback, with STARTTLS, TLS and AUTH.

Started by mail_servers.cpp with a JSON object on the command line. Prints one line, {"starttls": PORT, "tls": PORT,
"plain": PORT}, when it listens, and ends with its standard input. Every accepted mail is written to outbox/N.eml, its
envelope to outbox/N.json, and delivered by LMTP where the recipient has a mailbox on the Dovecot beside it.

What a recipient's name asks for: refused@… 550, full@… 552, later@… 451, bounce@… taken and then bounced.
"""
import asyncio
import json
import os
import smtplib
import ssl
import sys
import urllib.parse
import urllib.request
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from aiosmtpd.smtp import MISSING, SMTP, AuthResult

CONFIG = json.loads(sys.argv[1])
DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback knows no proxy
REFUSALS = {
    "refused": "550 5.1.1 No such user here",
    "full": "552 5.2.2 Mailbox is over quota",
    "later": "451 4.7.1 Greylisted, try again later",
}


def bounce(sender, recipient, content):
    """A delivery report as Postfix writes it: words, machine-readable part, the mail's own header."""
    report = MIMEMultipart("report", report_type="delivery-status")
    report["From"] = "Mail Delivery System <MAILER-DAEMON@localhost>"
    report["To"] = sender
    report["Subject"] = "Undelivered Mail Returned to Sender"
    report["Auto-Submitted"] = "auto-replied"
    report["Message-ID"] = "<bounce-%d@localhost>" % id(report)
    report.attach(MIMEText("I could not deliver your mail to %s.\n" % recipient))
    status = MIMEBase("message", "delivery-status")
    status.set_payload([])
    fields = EmailMessage()
    fields["Reporting-MTA"] = "dns; localhost"
    part = EmailMessage()
    part["Final-Recipient"] = "rfc822; " + recipient
    part["Action"] = "failed"
    part["Status"] = "5.1.1"
    part["Diagnostic-Code"] = "smtp; 550 5.1.1 No such user here"
    status.set_payload([fields, part])
    report.attach(status)
    header = content.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].decode("utf-8", "replace")
    original = MIMEBase("text", "rfc822-headers")
    original.set_payload(header + "\n")
    report.attach(original)
    return report.as_bytes()


class Handler:
    def __init__(self):
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        refusal = REFUSALS.get(address.split("@")[0])
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        base = os.path.join(CONFIG["outbox"], "%06d" % self.count)
        with open(base + ".part", "wb") as out:
            out.write(envelope.original_content)
        os.rename(base + ".part", base + ".eml")
        with open(base + ".part", "w") as out:
            json.dump({"from": envelope.mail_from, "to": envelope.rcpt_tos,
                       "user": session.auth_data.decode() if session.auth_data else ""}, out)
        os.rename(base + ".part", base + ".json")
        loop = asyncio.get_running_loop()
        for recipient in envelope.rcpt_tos:
            if recipient.lower() in CONFIG["users"]:
                await loop.run_in_executor(None, deliver, envelope.mail_from, recipient, envelope.original_content)
            elif recipient.startswith("bounce@") and envelope.mail_from in CONFIG["users"]:
                report = bounce(envelope.mail_from, recipient, envelope.original_content)
                await loop.run_in_executor(None, deliver, "", envelope.mail_from, report)
        return "250 2.0.0 Taken as %06d" % self.count

    async def auth_XOAUTH2(self, server, args):
        import base64

        blob = args[1] if len(args) > 1 else await server.challenge_auth("", encode_to_b64=False)
        if blob is MISSING:
            return AuthResult(success=False)
        text = base64.b64decode(blob).decode() if isinstance(blob, str) else blob.decode()
        fields = dict(field.split("=", 1) for field in text.split("\x01") if "=" in field)
        user, token = fields.get("user", ""), fields.get("auth", "")
        if await accepts(user, token):
            return AuthResult(success=True, auth_data=user.encode())
        # RFC 7628: the refusal comes as a challenge, which the client answers with an empty line.
        refusal = base64.b64encode(b'{"status":"400","schemes":"Bearer"}').decode()
        await server.push("334 " + refusal)
        await server._reader.readline()
        return AuthResult(success=False, handled=False)


async def accepts(user, token):
    if not CONFIG.get("introspection"):
        return token == "Bearer " + CONFIG["tokens"].get(user.lower(), "\x00")
    # RFC 7662. A token that an attacker made up must not end up as another parameter.
    body = urllib.parse.urlencode({"token": token.removeprefix("Bearer ")}).encode()
    request = urllib.request.Request(CONFIG["introspection"], data=body)
    loop = asyncio.get_running_loop()
    answer = await loop.run_in_executor(None, lambda: json.load(DIRECTLY.open(request, timeout=60)))
    return answer.get("active") is True and answer.get("username", "").lower() == user.lower()


def deliver(sender, recipient, content):
    with smtplib.LMTP("127.0.0.1", CONFIG["lmtp"]) as lmtp:
        lmtp.sendmail(sender, [recipient], content)


def password_of(user):
    # Read anew each time: a test may change it.
    with open(CONFIG["passwords"]) as file:
        return json.load(file).get(user.lower())


def authenticate(server, session, envelope, mechanism, data):
    if mechanism not in ("LOGIN", "PLAIN"):
        return AuthResult(success=False, handled=False)
    user = data.login.decode("utf-8", "replace")
    if password_of(user) == data.password.decode("utf-8", "replace"):
        return AuthResult(success=True, auth_data=data.login)
    return AuthResult(success=False, handled=False)


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CONFIG["certificate"], CONFIG["key"])
    handler = Handler()

    def server(tls, required=True):
        return lambda: SMTP(handler, hostname="localhost", tls_context=tls, auth_required=required,
                            auth_require_tls=tls is not None, require_starttls=tls is not None,
                            authenticator=authenticate, data_size_limit=CONFIG["size"], enable_SMTPUTF8=True,
                            timeout=CONFIG["timeout"])

    loop = asyncio.get_running_loop()
    listening = {
        "starttls": await loop.create_server(server(context), "127.0.0.1", CONFIG["ports"].get("starttls", 0)),
        "tls": await loop.create_server(server(None), "127.0.0.1", CONFIG["ports"].get("tls", 0), ssl=context),
        "plain": await loop.create_server(server(None), "127.0.0.1", CONFIG["ports"].get("plain", 0)),
    }
    ports = {name: one.sockets[0].getsockname()[1] for name, one in listening.items()}
    print(json.dumps(ports), flush=True)
    # Whoever started us holds the other end of standard input: when they are gone, so are we.
    await loop.run_in_executor(None, sys.stdin.buffer.read)
    os._exit(0)


asyncio.run(main())
