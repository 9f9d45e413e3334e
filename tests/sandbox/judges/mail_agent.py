# SPDX-License-Identifier: GPL-3.0-or-later
"""Python's own mail library as an agent of the demo desk: reads the mailbox by IMAP and answers one customer by SMTP.

Standard input: the mail account of parley-sandbox's ready file. Prints what it saw as a JSON object.
"""
import base64
import email
import email.message
import email.policy
import imaplib
import json
import smtplib
import ssl
import sys

CUSTOMER = "volkova@stroymaster.example"

account = json.load(sys.stdin)
settings = account["settings"]
trust = ssl.create_default_context(cafile=settings["ca"])
credentials = ("\0%s\0%s" % (settings["user"], account["secret"])).encode()

host, port = settings["imap"].split(":")
imap = imaplib.IMAP4_SSL(host, int(port), ssl_context=trust)
imap.authenticate("PLAIN", lambda _: credentials)
sent = int(imap.select("Sent")[1][0])
inbox = int(imap.select("INBOX")[1][0])
number = imap.search(None, "FROM", CUSTOMER)[1][0].split()[0]
bill = email.message_from_bytes(imap.fetch(number, "(RFC822)")[1][0][1], policy=email.policy.default)

answer = email.message.EmailMessage()
answer["From"], answer["To"], answer["Subject"] = settings["user"], CUSTOMER, "Re: " + str(bill["subject"])
answer["Message-ID"], answer["In-Reply-To"] = "<answer.1@shop.test>", str(bill["message-id"])
answer.set_content("Tomorrow.")
host, port = settings["smtp"].split(":")
with smtplib.SMTP_SSL(host, int(port), context=trust) as smtp:
    smtp.ehlo()
    status, words = smtp.docmd("AUTH", "PLAIN " + base64.b64encode(credentials).decode())
    if status != 235:
        sys.exit("refused: %s" % words)
    smtp.send_message(answer)
print(json.dumps({"inbox": inbox, "sent": sent, "subject": str(bill["subject"])}))
