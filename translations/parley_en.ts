<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountWords</name>
    <message numerus="yes">
        <source>%n answer(s) wait</source>
        <translation>
            <numerusform>%n answer waits</numerusform>
            <numerusform>%n answers wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::platforms::chatwoot</name>
    <message numerus="yes">
        <source>%1: more than %n days ago</source>
        <translation>
            <numerusform>%1: more than %n day ago</numerusform>
            <numerusform>%1: more than %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::platforms::ok</name>
    <message numerus="yes">
        <source>Odnoklassniki does not push messages of this group: Parley asks for them every %n second(s).</source>
        <translation>
            <numerusform>Odnoklassniki does not push messages of this group: Parley asks for them every %n second.</numerusform>
            <numerusform>Odnoklassniki does not push messages of this group: Parley asks for them every %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program receives this group&apos;s messages by a web server. Parley leaves that as it is and asks for messages every %n second(s).</source>
        <translation>
            <numerusform>Another program receives this group&apos;s messages by a web server. Parley leaves that as it is and asks for messages every %n second.</numerusform>
            <numerusform>Another program receives this group&apos;s messages by a web server. Parley leaves that as it is and asks for messages every %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::sync::AccountSync</name>
    <message numerus="yes">
        <source>%n answer(s) wait</source>
        <translation>
            <numerusform>%n answer waits</numerusform>
            <numerusform>%n answers wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::AccountsDialog</name>
    <message numerus="yes">
        <source>%n action(s) in the outbox will not be sent.</source>
        <translation>
            <numerusform>%n action in the outbox will not be sent.</numerusform>
            <numerusform>%n actions in the outbox will not be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::Composer</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>how a long text is sent</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes as %n message(s). Shows where the text will be cut</source>
        <translation>
            <numerusform>Goes as %n message. Shows where the text will be cut</numerusform>
            <numerusform>Goes as %n messages. Shows where the text will be cut</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::ConversationPane</name>
    <message numerus="yes">
        <source>↓ %n new message(s)</source>
        <translation>
            <numerusform>↓ %n new message</numerusform>
            <numerusform>↓ %n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go to %n new message(s)</source>
        <translation>
            <numerusform>Go to %n new message</numerusform>
            <numerusform>Go to %n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::CustomerPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::GuardStrip</name>
    <message numerus="yes">
        <source>%n place(s) like this are marked.</source>
        <translation>
            <numerusform>%n place like this is marked.</numerusform>
            <numerusform>%n places like this are marked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::LiveMarks</name>
    <message numerus="yes">
        <source>%1 and %n other(s) are answering</source>
        <translation>
            <numerusform>%1 and %n other are answering</numerusform>
            <numerusform>%1 and %n others are answering</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::Macro</name>
    <message numerus="yes">
        <source>The server runs “%1” for %n ticket(s).</source>
        <translation>
            <numerusform>The server runs “%1” for %n ticket.</numerusform>
            <numerusform>The server runs “%1” for %n tickets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” was done to %n ticket(s).</source>
        <translation>
            <numerusform>“%1” was done to %n ticket.</numerusform>
            <numerusform>“%1” was done to %n tickets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::MacroDialog</name>
    <message numerus="yes">
        <source>What it does to %n ticket(s)</source>
        <translation>
            <numerusform>What it does to %n ticket</numerusform>
            <numerusform>What it does to %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n ticket(s)</source>
        <translation>
            <numerusform>%1 of %n ticket</numerusform>
            <numerusform>%1 of %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n message(s) or change(s) are not sent yet. They are kept and go out at the next start.</source>
        <translation>
            <numerusform>%n message or change is not sent yet. It is kept and goes out at the next start.</numerusform>
            <numerusform>%n messages or changes are not sent yet. They are kept and go out at the next start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %n ticket(s)</source>
        <translation>
            <numerusform>Assign %n ticket</numerusform>
            <numerusform>Assign %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n ticket(s) to a team</source>
        <translation>
            <numerusform>Give %n ticket to a team</numerusform>
            <numerusform>Give %n tickets to a team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s)</source>
        <translation>
            <numerusform>Tags of %n ticket</numerusform>
            <numerusform>Tags of %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n customer(s) from writing?</source>
        <translation>
            <numerusform>Keep %n customer from writing?</numerusform>
            <numerusform>Keep %n customers from writing?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::SidebarModel</name>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <translation>
            <numerusform>%1, %n ticket</numerusform>
            <numerusform>%1, %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::SizeWords</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::SplitPopup</name>
    <message numerus="yes">
        <source>Goes as %n message(s)</source>
        <translation>
            <numerusform>Goes as %n message</numerusform>
            <numerusform>Goes as %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::StatusBar</name>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::Ticket</name>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TicketActions</name>
    <message numerus="yes">
        <source>%n ticket(s) resolved.</source>
        <translation>
            <numerusform>%n ticket resolved.</numerusform>
            <numerusform>%n tickets resolved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) now wait for the customer.</source>
        <translation>
            <numerusform>%n ticket now waits for the customer.</numerusform>
            <numerusform>%n tickets now wait for the customer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) open again.</source>
        <translation>
            <numerusform>%n ticket open again.</numerusform>
            <numerusform>%n tickets open again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) snoozed until %1.</source>
        <translation>
            <numerusform>%n ticket snoozed until %1.</numerusform>
            <numerusform>%n tickets snoozed until %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) without an owner.</source>
        <translation>
            <numerusform>%n ticket without an owner.</numerusform>
            <numerusform>%n tickets without an owner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) assigned to %1.</source>
        <translation>
            <numerusform>%n ticket assigned to %1.</numerusform>
            <numerusform>%n tickets assigned to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n ticket(s): %1.</source>
        <translation>
            <numerusform>Priority of %n ticket: %1.</numerusform>
            <numerusform>Priority of %n tickets: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s) changed.</source>
        <translation>
            <numerusform>Tags of %n ticket changed.</numerusform>
            <numerusform>Tags of %n tickets changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) need no answer.</source>
        <translation>
            <numerusform>%n ticket needs no answer.</numerusform>
            <numerusform>%n tickets need no answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as not seen.</source>
        <translation>
            <numerusform>%n ticket marked as not seen.</numerusform>
            <numerusform>%n tickets marked as not seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back for %n ticket(s).</source>
        <translation>
            <numerusform>Taken back for %n ticket.</numerusform>
            <numerusform>Taken back for %n tickets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) now see that their messages were read.</source>
        <translation>
            <numerusform>%n customer now sees that their messages were read.</numerusform>
            <numerusform>%n customers now see that their messages were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) without a team.</source>
        <translation>
            <numerusform>%n ticket without a team.</numerusform>
            <numerusform>%n tickets without a team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) given to the team %1.</source>
        <translation>
            <numerusform>%n ticket given to the team %1.</numerusform>
            <numerusform>%n tickets given to the team %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as read for the whole team.</source>
        <translation>
            <numerusform>%n ticket marked as read for the whole team.</numerusform>
            <numerusform>%n tickets marked as read for the whole team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as not seen, for the whole team.</source>
        <translation>
            <numerusform>%n ticket marked as not seen, for the whole team.</numerusform>
            <numerusform>%n tickets marked as not seen, for the whole team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) can no longer write; their tickets are resolved.</source>
        <translation>
            <numerusform>%n customer can no longer write; their tickets are resolved.</numerusform>
            <numerusform>%n customers can no longer write; their tickets are resolved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) can write again.</source>
        <translation>
            <numerusform>%n customer can write again.</numerusform>
            <numerusform>%n customers can write again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TicketListPane</name>
    <message numerus="yes">
        <source>%n marked · Esc clears</source>
        <translation>
            <numerusform>%n marked · Esc clears</numerusform>
            <numerusform>%n marked · Esc clears</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n and more</source>
        <translation>
            <numerusform>%n and more</numerusform>
            <numerusform>%n and more</numerusform>
        </translation>
    </message>
</context>
</TS>
