<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hr" sourcelanguage="en">
<context>
    <name>AccountWords</name>
    <message>
        <source>offline</source>
        <translation>izvan mreže</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>povezuje se…</translation>
    </message>
    <message>
        <source>online</source>
        <translation>na mreži</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>prijava odbijena</translation>
    </message>
    <message>
        <source>has trouble</source>
        <translation>ima poteškoća</translation>
    </message>
    <message>
        <source>complete to %1</source>
        <translation>potpuno do %1</translation>
    </message>
    <message>
        <source>filling %1 of %2</source>
        <translation>preuzeto %1 od %2</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>sljedeći pokušaj %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait</source>
        <translation>
            <numerusform>%n odgovor čeka</numerusform>
            <numerusform>%n odgovora čekaju</numerusform>
            <numerusform>%n odgovora čeka</numerusform>
        </translation>
    </message>
    <message>
        <source>older messages: %1 of %2 conversations</source>
        <translation>starije poruke: %1 od %2 razgovora</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Needs answer</source>
        <translation>&amp;Čekaju odgovor</translation>
    </message>
    <message>
        <source>&amp;Mine</source>
        <translation>&amp;Moji</translation>
    </message>
    <message>
        <source>&amp;Unassigned</source>
        <translation>&amp;Nedodijeljeni</translation>
    </message>
    <message>
        <source>&amp;Waiting for customer</source>
        <translation>Čekamo &amp;korisnika</translation>
    </message>
    <message>
        <source>&amp;Snoozed</source>
        <translation>&amp;Odgođeni</translation>
    </message>
    <message>
        <source>&amp;All open</source>
        <translation>Svi &amp;otvoreni</translation>
    </message>
    <message>
        <source>&amp;Resolved</source>
        <translation>&amp;Riješeni</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Izlazna pošta</translation>
    </message>
    <message>
        <source>Not &amp;understood</source>
        <translation>Nepre&amp;poznato</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Sljedeći upit</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Prethodni upit</translation>
    </message>
    <message>
        <source>Go to the thread</source>
        <translation>Idi na razgovor</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Natrag na popis</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Odgovori</translation>
    </message>
    <message>
        <source>&amp;Note for the team</source>
        <translation>&amp;Bilješka za tim</translation>
    </message>
    <message>
        <source>&amp;Assign …</source>
        <translation>&amp;Dodijeli…</translation>
    </message>
    <message>
        <source>Assign to &amp;me</source>
        <translation>Dodijeli &amp;meni</translation>
    </message>
    <message>
        <source>&amp;Snooze …</source>
        <translation>O&amp;dgodi…</translation>
    </message>
    <message>
        <source>R&amp;esolve</source>
        <translation>&amp;Riješi</translation>
    </message>
    <message>
        <source>Resolve and next</source>
        <translation>Riješi i na sljedeći</translation>
    </message>
    <message>
        <source>Re&amp;open</source>
        <translation>Otvori &amp;ponovno</translation>
    </message>
    <message>
        <source>Waiting for the &amp;customer</source>
        <translation>Čekamo &amp;korisnika</translation>
    </message>
    <message>
        <source>No answer nee&amp;ded</source>
        <translation>Odgovor nije po&amp;treban</translation>
    </message>
    <message>
        <source>&amp;Tags …</source>
        <translation>O&amp;znake…</translation>
    </message>
    <message>
        <source>&amp;Priority …</source>
        <translation>&amp;Prioritet…</translation>
    </message>
    <message>
        <source>Mark as not seen</source>
        <translation>Označi kao nepregledano</translation>
    </message>
    <message>
        <source>&amp;Undo the last change</source>
        <translation>P&amp;oništi zadnju promjenu</translation>
    </message>
    <message>
        <source>Copy the ticket&apos;s number</source>
        <translation>Kopiraj broj upita</translation>
    </message>
    <message>
        <source>Mark for a common action</source>
        <translation>Označi za zajedničku radnju</translation>
    </message>
    <message>
        <source>Mark and go down</source>
        <translation>Označi i prema dolje</translation>
    </message>
    <message>
        <source>Mark and go up</source>
        <translation>Označi i prema gore</translation>
    </message>
    <message>
        <source>Mark all in the list</source>
        <translation>Označi cijeli popis</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Sljedeća poruka</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Prethodna poruka</translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>Najnovija poruka</translation>
    </message>
    <message>
        <source>&amp;Quote this message</source>
        <translation>&amp;Citiraj poruku</translation>
    </message>
    <message>
        <source>A&amp;ttach files …</source>
        <translation>&amp;Priloži datoteke…</translation>
    </message>
    <message>
        <source>Reply or note</source>
        <translation>Odgovor ili bilješka</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Traži</translation>
    </message>
    <message>
        <source>&amp;Go to anything …</source>
        <translation>&amp;Idi bilo kamo…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Tip&amp;ke</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Sljedeće okno</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Prethodno okno</translation>
    </message>
    <message>
        <source>Show the &amp;views</source>
        <translation>Prikaži &amp;poglede</translation>
    </message>
    <message>
        <source>Show the &amp;customer</source>
        <translation>Prikaži &amp;korisnika</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Veće</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Manje</translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation>Uobičajena veli&amp;čina</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Boje s&amp;ustava</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>&amp;Svijetla tema</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Tamna tema</translation>
    </message>
    <message>
        <source>Keys of a single &amp;letter</source>
        <translation>Tipke od jednog &amp;slova</translation>
    </message>
    <message>
        <source>Connect an &amp;account …</source>
        <translation>Poveži &amp;račun…</translation>
    </message>
    <message>
        <source>A&amp;ccounts …</source>
        <translation>R&amp;ačuni…</translation>
    </message>
    <message>
        <source>&amp;Fetch now</source>
        <translation>&amp;Preuzmi sada</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>I&amp;zlaz</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Pogledi</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Upit</translation>
    </message>
    <message>
        <source>T&amp;hread</source>
        <translation>Ra&amp;zgovor</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Traži</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Pro&amp;zor</translation>
    </message>
    <message>
        <source>&amp;Parley</source>
        <translation>&amp;Parley</translation>
    </message>
    <message>
        <source>The same person as …</source>
        <translation>Ista osoba kao …</translation>
    </message>
    <message>
        <source>About the customer …</source>
        <translation>O korisniku …</translation>
    </message>
    <message>
        <source>Show the customer it was read</source>
        <translation>Pokaži korisniku da je pročitano</translation>
    </message>
    <message>
        <source>C&amp;hange our message …</source>
        <translation>Promi&amp;jeni našu poruku …</translation>
    </message>
    <message>
        <source>&amp;Delete our message …</source>
        <translation>&amp;Obriši našu poruku …</translation>
    </message>
    <message>
        <source>&amp;Open the post in the browser</source>
        <translation>&amp;Otvori objavu u pregledniku</translation>
    </message>
    <message>
        <source>&amp;Whole post</source>
        <translation>&amp;Cijela objava</translation>
    </message>
    <message>
        <source>Answer &amp;privately or under the post</source>
        <translation>Odgovori &amp;privatno ili ispod objave</translation>
    </message>
    <message>
        <source>Where a long te&amp;xt is cut</source>
        <translation>Gdje se dijeli dugi te&amp;kst</translation>
    </message>
    <message>
        <source>Open the &amp;page an account asks for</source>
        <translation>Otvori &amp;stranicu koju račun traži</translation>
    </message>
    <message>
        <source>Find in this &amp;conversation</source>
        <translation>Pronađi u ovom &amp;razgovoru</translation>
    </message>
    <message>
        <source>Give to a &amp;team …</source>
        <translation>Predaj &amp;timu …</translation>
    </message>
    <message>
        <source>Mute the customer …</source>
        <translation>Utišaj kupca …</translation>
    </message>
    <message>
        <source>Run a mac&amp;ro …</source>
        <translation>Pokreni mak&amp;ronaredbu …</translation>
    </message>
    <message>
        <source>Cann&amp;ed response …</source>
        <translation>Gotovi &amp;odgovor …</translation>
    </message>
    <message>
        <source>Let the customer write again</source>
        <translation>Dopusti kupcu da opet piše</translation>
    </message>
    <message>
        <source>Mark as read for the team</source>
        <translation>Označi pročitanim za tim</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The server cannot be reached. Check the address and the network.</source>
        <translation>Poslužitelj nije dostupan. Provjerite adresu i mrežu.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Poslužitelj nije odgovorio na vrijeme.</translation>
    </message>
    <message>
        <source>The platform asks for a pause: too many requests.</source>
        <translation>Platforma traži stanku: previše zahtjeva.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in. Check the token or password.</source>
        <translation>Platforma odbija prijavu. Provjerite token ili lozinku.</translation>
    </message>
    <message>
        <source>The platform does not allow this to our account.</source>
        <translation>Platforma to ne dopušta našem računu.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Toga više nema.</translation>
    </message>
    <message>
        <source>The platform did not accept it.</source>
        <translation>Platforma to nije prihvatila.</translation>
    </message>
    <message>
        <source>It is too late to write to this customer: they have to write first.</source>
        <translation>Prekasno je za pisanje ovom korisniku: prvo mora pisati on.</translation>
    </message>
    <message>
        <source>The server gave an answer that cannot be understood.</source>
        <translation>Poslužitelj je dao odgovor koji se ne može razumjeti.</translation>
    </message>
    <message>
        <source>The local cache could not be written.</source>
        <translation>U lokalnu predmemoriju nije se moglo zapisati.</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>Zaustavljeno je prije dovršetka.</translation>
    </message>
</context>
<context>
    <name>LanguageWords</name>
    <message>
        <source>writes English</source>
        <translation>piše engleski</translation>
    </message>
    <message>
        <source>writes Russian</source>
        <translation>piše ruski</translation>
    </message>
    <message>
        <source>writes Croatian</source>
        <translation>piše hrvatski</translation>
    </message>
    <message>
        <source>writes Bosnian</source>
        <translation>piše bosanski</translation>
    </message>
    <message>
        <source>writes Serbian</source>
        <translation>piše srpski</translation>
    </message>
    <message>
        <source>writes Slovene</source>
        <translation>piše slovenski</translation>
    </message>
    <message>
        <source>writes Ukrainian</source>
        <translation>piše ukrajinski</translation>
    </message>
    <message>
        <source>writes Belarusian</source>
        <translation>piše bjeloruski</translation>
    </message>
    <message>
        <source>writes Spanish</source>
        <translation>piše španjolski</translation>
    </message>
    <message>
        <source>writes German</source>
        <translation>piše njemački</translation>
    </message>
    <message>
        <source>writes French</source>
        <translation>piše francuski</translation>
    </message>
    <message>
        <source>writes Italian</source>
        <translation>piše talijanski</translation>
    </message>
    <message>
        <source>writes Portuguese</source>
        <translation>piše portugalski</translation>
    </message>
    <message>
        <source>writes Polish</source>
        <translation>piše poljski</translation>
    </message>
    <message>
        <source>writes Turkish</source>
        <translation>piše turski</translation>
    </message>
    <message>
        <source>writes Kazakh</source>
        <translation>piše kazaški</translation>
    </message>
    <message>
        <source>writes Chinese</source>
        <translation>piše kineski</translation>
    </message>
    <message>
        <source>writes in: %1</source>
        <translation>jezik: %1</translation>
    </message>
</context>
<context>
    <name>Macro</name>
    <message>
        <source>The macro “%1” was not run: nothing is known for %2. Write this answer by hand.</source>
        <translation>Makro „%1” nije izvršen: nema podatka za %2. Napišite ovaj odgovor ručno.</translation>
    </message>
</context>
<context>
    <name>MailWords</name>
    <message>
        <source>A mail that was sent cannot be changed or taken back.</source>
        <translation>Poslana e-poruka ne može se promijeniti ni povući.</translation>
    </message>
    <message>
        <source>There is no mail address to send this answer to.</source>
        <translation>Nema adrese na koju bi se poslao ovaj odgovor.</translation>
    </message>
    <message>
        <source>image</source>
        <translation>slika</translation>
    </message>
    <message>
        <source>The mail server %1 cannot be reached (%2). Everything is kept and goes on when it can.</source>
        <translation>Poslužitelj pošte %1 nije dostupan (%2). Sve je sačuvano i nastavlja se čim bude moguće.</translation>
    </message>
    <message>
        <source>The mail server %1 does not answer. Everything is kept and goes on when it does.</source>
        <translation>Poslužitelj pošte %1 ne odgovara. Sve je sačuvano i nastavlja se kad odgovori.</translation>
    </message>
    <message>
        <source>The mail server %1 closed the connection. It is tried again.</source>
        <translation>Poslužitelj pošte %1 prekinuo je vezu. Pokušavamo ponovno.</translation>
    </message>
    <message>
        <source>Check that the file in ca= belongs to this server.</source>
        <translation>Provjerite pripada li datoteka iz ca= ovom poslužitelju.</translation>
    </message>
    <message>
        <source>If it has an authority of its own, name its certificate with ca=FILE.</source>
        <translation>Ako ima vlastitog izdavatelja, navedite njegov certifikat s ca=DATOTEKA.</translation>
    </message>
    <message>
        <source>The mail server %1 cannot prove that it is the right one: %2. Nothing was sent to it. %3</source>
        <translation>Poslužitelj pošte %1 ne može dokazati da je pravi: %2. Ništa mu nije poslano. %3</translation>
    </message>
    <message>
        <source>The mail server %1 does not offer encryption (STARTTLS), so nothing was sent to it. Try security=tls with its TLS port.</source>
        <translation>Poslužitelj pošte %1 ne nudi šifriranje (STARTTLS) pa mu ništa nije poslano. Pokušajte security=tls s njegovim TLS portom.</translation>
    </message>
    <message>
        <source>The mail server %1 refuses the user name or password (%2).</source>
        <translation>Poslužitelj pošte %1 odbija korisničko ime ili lozinku (%2).</translation>
    </message>
    <message>
        <source>The mail server %1 gives an answer that makes no sense (%2). It is tried again.</source>
        <translation>Poslužitelj pošte %1 daje besmislen odgovor (%2). Pokušavamo ponovno.</translation>
    </message>
    <message>
        <source>The mailbox on %1 is full (%2). Make room there, then retry.</source>
        <translation>Sandučić na %1 je pun (%2). Oslobodite mjesto pa pokušajte ponovno.</translation>
    </message>
    <message>
        <source>The mail server %1 says: %2</source>
        <translation>Poslužitelj pošte %1 kaže: %2</translation>
    </message>
    <message>
        <source>The mail server %1 refuses to sign us in: %2</source>
        <translation>Poslužitelj pošte %1 odbija prijavu: %2</translation>
    </message>
    <message>
        <source>The mail server %1 has no room for it: %2</source>
        <translation>Poslužitelj pošte %1 nema mjesta za to: %2</translation>
    </message>
    <message>
        <source>The mailbox of %1 is full: %2</source>
        <translation>Sandučić korisnika %1 je pun: %2</translation>
    </message>
    <message>
        <source>The mail server %1 asks to come back later: %2</source>
        <translation>Poslužitelj pošte %1 moli da pokušamo kasnije: %2</translation>
    </message>
    <message>
        <source>%1 was refused as a recipient: %2</source>
        <translation>Primatelj %1 je odbijen: %2</translation>
    </message>
    <message>
        <source>The mail server %1 refused the mail: %2</source>
        <translation>Poslužitelj pošte %1 odbio je poruku: %2</translation>
    </message>
    <message>
        <source>The mail is too large: it has %1, the mail server takes %2. Send the files in several mails or by a link.</source>
        <translation>Poruka je prevelika: ima %1, a poslužitelj prima %2. Pošaljite datoteke u više poruka ili poveznicom.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-pošta</translation>
    </message>
    <message>
        <source>Incoming mail (IMAP)</source>
        <translation>Dolazna pošta (IMAP)</translation>
    </message>
    <message>
        <source>Outgoing mail (SMTP)</source>
        <translation>Odlazna pošta (SMTP)</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Korisničko ime</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Šifriranje</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Prijava</translation>
    </message>
    <message>
        <source>Our address, if it is not the user name</source>
        <translation>Naša adresa, ako nije korisničko ime</translation>
    </message>
    <message>
        <source>Our name, as customers see it</source>
        <translation>Naše ime, kako ga korisnici vide</translation>
    </message>
    <message>
        <source>Example Shop</source>
        <translation>Naša trgovina</translation>
    </message>
    <message>
        <source>Certificate of a private authority</source>
        <translation>Certifikat vlastitog izdavatelja</translation>
    </message>
    <message>
        <source>Marked as answered in another mail program</source>
        <translation>Označeno kao odgovoreno u drugom programu e-pošte</translation>
    </message>
    <message>
        <source>The connection broke while this mail was being sent, and the mail server does not tell whether it went out.</source>
        <translation>Veza se prekinula tijekom slanja ove poruke, a poslužitelj ne govori je li otišla.</translation>
    </message>
    <message>
        <source>The mail with this attachment is no longer on the server.</source>
        <translation>Poruke s ovim prilogom više nema na poslužitelju.</translation>
    </message>
    <message>
        <source>The attachment is larger than allowed.</source>
        <translation>Prilog je veći od dopuštenog.</translation>
    </message>
    <message>
        <source>“security=%1” is not known. It can be tls, starttls, or none (on this computer only).</source>
        <translation>„security=%1” nije poznato. Može biti tls, starttls ili none (samo na ovom računalu).</translation>
    </message>
    <message>
        <source>“ca=%1” holds no certificate. Name a PEM file with the certificate of your mail server&apos;s authority.</source>
        <translation>„ca=%1” ne sadrži certifikat. Navedite PEM datoteku s certifikatom izdavatelja vašeg poslužitelja.</translation>
    </message>
    <message>
        <source>“ca=%1” does not exist. Name a PEM file with the certificate of your mail server&apos;s authority.</source>
        <translation>„ca=%1” ne postoji. Navedite PEM datoteku s certifikatom izdavatelja vašeg poslužitelja.</translation>
    </message>
    <message>
        <source>“%1” is not a mail address. Set from= to the address that customers write to.</source>
        <translation>„%1” nije adresa e-pošte. U from= postavite adresu na koju korisnici pišu.</translation>
    </message>
    <message>
        <source>Set imap= to the server that holds the mail, as in imap=mail.example.com:993.</source>
        <translation>U imap= postavite poslužitelj na kojem je pošta, npr. imap=mail.example.com:993.</translation>
    </message>
    <message>
        <source>Set smtp= to the server that sends, as in smtp=mail.example.com:465.</source>
        <translation>U smtp= postavite poslužitelj za slanje, npr. smtp=mail.example.com:465.</translation>
    </message>
    <message>
        <source>security=none would send the password readable through the network. Use tls or starttls.</source>
        <translation>Uz security=none lozinka bi mrežom putovala čitljiva. Koristite tls ili starttls.</translation>
    </message>
    <message>
        <source>Set user= to the name that the mail server knows you by, often the mail address.</source>
        <translation>U user= postavite ime po kojem vas poslužitelj poznaje, često je to adresa.</translation>
    </message>
    <message>
        <source>“auth=%1” is not known. It can be password or xoauth2.</source>
        <translation>„auth=%1” nije poznato. Može biti password ili xoauth2.</translation>
    </message>
    <message>
        <source>“%1” is not a setting of a mail account. There are: %2.</source>
        <translation>„%1” nije postavka računa e-pošte. Postoje: %2.</translation>
    </message>
    <message>
        <source>far more than was asked for</source>
        <translation>daleko više od traženog</translation>
    </message>
    <message>
        <source>the recipient</source>
        <translation>primatelj</translation>
    </message>
    <message>
        <source>Could not be delivered to %1: %2</source>
        <translation>Nije isporučeno (%1): %2</translation>
    </message>
    <message>
        <source>Not yet delivered to %1, the server goes on trying: %2</source>
        <translation>Još nije isporučeno (%1), poslužitelj i dalje pokušava: %2</translation>
    </message>
    <message>
        <source>This mail does not say who sent it, so it cannot be answered.</source>
        <translation>U poruci ne piše tko ju je poslao pa se na nju ne može odgovoriti.</translation>
    </message>
    <message>
        <source>A mail that could not be read. It is kept as it came.</source>
        <translation>Poruka koja se nije mogla pročitati. Sačuvana je kakva je stigla.</translation>
    </message>
    <message>
        <source>The mail server %1 refuses the sign-in although it was renewed just now (%2). Check that user= is the mailbox that you signed in to, and that your provider allows IMAP and SMTP for it.</source>
        <translation>Poslužitelj pošte %1 odbija prijavu iako je upravo obnovljena (%2). Provjerite je li user= sandučić u koji ste se prijavili i dopušta li davatelj za njega IMAP i SMTP.</translation>
    </message>
    <message>
        <source>Password or refresh token</source>
        <translation>Lozinka ili refresh token</translation>
    </message>
    <message>
        <source>The mailbox&apos;s password. Providers with two-step sign-in give you an app password for mail programs; Google and Microsoft want xoauth2, which signs in in the browser.</source>
        <translation>Lozinka sandučića. Davatelji s prijavom u dva koraka daju lozinku aplikacije za programe za poštu; Google i Microsoft traže xoauth2, prijavu u pregledniku.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Tajna klijenta</translation>
    </message>
    <message>
        <source>Only if the provider gave you one with the client ID, as Google does.</source>
        <translation>Samo ako ju je davatelj dao uz ID klijenta, kao što čini Google.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID klijenta</translation>
    </message>
    <message>
        <source>As you registered Parley with the provider</source>
        <translation>Kako ste Parley registrirali kod davatelja</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Stranica za prijavu</translation>
    </message>
    <message>
        <source>https://… ; empty: Google&apos;s or Microsoft&apos;s own</source>
        <translation>https://… ; prazno: Googleova ili Microsoftova</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Adresa tokena</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Opseg (scope)</translation>
    </message>
    <message>
        <source>empty: Google&apos;s or Microsoft&apos;s own</source>
        <translation>prazno: Googleov ili Microsoftov</translation>
    </message>
    <message>
        <source>Signing in in the browser goes with auth=xoauth2 only.</source>
        <translation>Prijava u pregledniku ide samo uz auth=xoauth2.</translation>
    </message>
    <message>
        <source>“client_secret” is a secret and not a setting: it belongs into the key store. On the command line it is --further-secret client_secret.</source>
        <translation>“client_secret” je tajna, a ne postavka: mjesto joj je u spremištu ključeva. U naredbenom retku to je --further-secret client_secret.</translation>
    </message>
    <message>
        <source>“%1” goes with auth=xoauth2 only.</source>
        <translation>“%1” ide samo uz auth=xoauth2.</translation>
    </message>
    <message>
        <source>%1 no longer renews this sign-in (%2): it was taken back or has run out, the password was changed, or the token is not a refresh token. Sign in again in the browser.</source>
        <translation>%1 više ne obnavlja ovu prijavu (%2): opozvana je ili je istekla, lozinka je promijenjena ili token nije refresh token. Ponovno se prijavite u pregledniku.</translation>
    </message>
    <message>
        <source>%1 does not accept the program&apos;s registration (%2). Check client_id=, and the client secret if it gave you one.</source>
        <translation>%1 ne prihvaća registraciju programa (%2). Provjerite client_id= i tajnu klijenta ako ste je dobili.</translation>
    </message>
    <message>
        <source>%1 refuses to renew the sign-in (%2). Check client_id=, token_url= and scope=.</source>
        <translation>%1 odbija obnoviti prijavu (%2). Provjerite client_id=, token_url= i scope=.</translation>
    </message>
    <message>
        <source>%1 cannot renew the sign-in at this moment.</source>
        <translation>%1 trenutačno ne može obnoviti prijavu.</translation>
    </message>
    <message>
        <source>%1 gave an answer without a usable token. Check token_url=.</source>
        <translation>%1 je odgovorio bez upotrebljivog tokena. Provjerite token_url=.</translation>
    </message>
    <message>
        <source>You are signed in. Close this page and go back to Parley.</source>
        <translation>Prijavljeni ste. Zatvorite ovu stranicu i vratite se u Parley.</translation>
    </message>
    <message>
        <source>You were not signed in. Close this page and go back to Parley.</source>
        <translation>Niste prijavljeni. Zatvorite ovu stranicu i vratite se u Parley.</translation>
    </message>
    <message>
        <source>“%1=%2” is not an address. It should look like https://host/path.</source>
        <translation>“%1=%2” nije adresa. Treba izgledati kao https://poslužitelj/putanja.</translation>
    </message>
    <message>
        <source>auth=xoauth2 needs client_id=, the name under which Parley is registered with your mail provider; Parley&apos;s page on mail says how to get one. An account of an earlier Parley, with an access token, has to be removed and connected anew.</source>
        <translation>Za auth=xoauth2 treba client_id=, ime pod kojim je Parley registriran kod vašeg davatelja pošte; kako ga dobiti piše na Parleyjevoj stranici o pošti. Račun iz starijeg Parleyja, s pristupnim tokenom, treba ukloniti i ponovno povezati.</translation>
    </message>
    <message>
        <source>“scope=” may hold plain Latin characters only.</source>
        <translation>“scope=” smije sadržavati samo obične latinične znakove.</translation>
    </message>
    <message>
        <source>Set token_url= to the address where your mail provider renews sign-ins (its OAuth token endpoint).</source>
        <translation>U token_url= upišite adresu na kojoj vaš davatelj pošte obnavlja prijave (njegov OAuth token endpoint).</translation>
    </message>
    <message>
        <source>Set authorization_url= to the page where your mail provider lets you sign in (its OAuth authorization endpoint).</source>
        <translation>U authorization_url= upišite stranicu za prijavu vašeg davatelja pošte (njegov OAuth authorization endpoint).</translation>
    </message>
    <message>
        <source>The browser could not come back to Parley: no port of this computer could be opened.</source>
        <translation>Preglednik se ne bi mogao vratiti u Parley: na ovom računalu nije se mogao otvoriti nijedan port.</translation>
    </message>
    <message>
        <source>Nobody signed in in the browser in time. Try again when you are ready.</source>
        <translation>Nitko se nije na vrijeme prijavio u pregledniku. Pokušajte ponovno kad budete spremni.</translation>
    </message>
    <message>
        <source>The sign-in in the browser ended without permission (%1).</source>
        <translation>Prijava u pregledniku završila je bez dopuštenja (%1).</translation>
    </message>
    <message>
        <source>%1 gave no refresh token, so the sign-in would end within the hour. Ask for it with scope= (often offline_access).</source>
        <translation>%1 nije dao refresh token pa bi prijava istekla unutar sata. Zatražite ga kroz scope= (često offline_access).</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The cache&apos;s key in the key store is damaged. Restore it, or start over with another profile (--profile NAME).</source>
        <translation>Ključ predmemorije u spremištu ključeva je oštećen. Vratite ga ili počnite s drugim profilom (--profile IME).</translation>
    </message>
    <message>
        <source>“%1” cannot be a profile&apos;s name. Use letters, digits, “-” and “_”.</source>
        <translation>„%1” ne može biti ime profila. Koristite slova, znamenke, „-” i „_”.</translation>
    </message>
    <message>
        <source>“%1” is no key store. Use keychain, or file:PATH.</source>
        <translation>„%1” nije spremište ključeva. Koristite keychain ili file:PUTANJA.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another with --data-dir, or make it writable.</source>
        <translation>Mapa %1 ne može se stvoriti. Odaberite drugu s --data-dir ili omogućite pisanje.</translation>
    </message>
    <message>
        <source>The folder %1 is read-only. Make it writable, or choose another with --data-dir.</source>
        <translation>Mapa %1 je samo za čitanje. Omogućite pisanje ili odaberite drugu s --data-dir.</translation>
    </message>
    <message>
        <source>Another Parley is setting up this profile. Try again in a moment.</source>
        <translation>Drugi Parley upravo postavlja ovaj profil. Pokušajte ponovno za koji trenutak.</translation>
    </message>
    <message>
        <source>There is a cache at %1, but its key is not in the key store. Use the key store it was made with (--secrets), or start over with another profile (--profile NAME).</source>
        <translation>Na %1 postoji predmemorija, ali njezina ključa nema u spremištu. Uzmite spremište s kojim je stvorena (--secrets) ili počnite s drugim profilom (--profile IME).</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>“%1” is not known. Did you mean %2?</source>
        <translation>„%1” nije poznato. Jeste li mislili %2?</translation>
    </message>
    <message>
        <source>“%1” is not known. %2: can be %3.</source>
        <translation>„%1” nije poznato. Iza %2: može stajati %3.</translation>
    </message>
    <message>
        <source>“%1” is not known. A language is two letters, such as lang:ru.</source>
        <translation>„%1” nije poznato. Jezik su dva slova, npr. lang:hr.</translation>
    </message>
    <message>
        <source>“%1:” needs a value after the colon.</source>
        <translation>Iza „%1:” treba vrijednost.</translation>
    </message>
    <message>
        <source>“%1” is not a day. Try %2, %3 or %4.</source>
        <translation>„%1” nije dan. Pokušajte %2, %3 ili %4.</translation>
    </message>
    <message>
        <source>“%1” is not a ticket&apos;s number. Try #1041.</source>
        <translation>„%1” nije broj upita. Pokušajte #1041.</translation>
    </message>
    <message>
        <source>“%1” is not known. To look for these words, put them in quotes.</source>
        <translation>„%1” nije poznato. Za traženje tih riječi stavite ih u navodnike.</translation>
    </message>
    <message>
        <source>This search has more than %1 words. Shorten it.</source>
        <translation>Upit ima više od %1 riječi. Skratite ga.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>You can read, but nothing is fetched or sent.</source>
        <translation>Možete čitati, ali ništa se ne preuzima niti šalje.</translation>
    </message>
</context>
<context>
    <name>parley::platforms</name>
    <message>
        <source>The customer has got %1 of the %2 messages that this answer makes; the rest is not sent yet.</source>
        <translation>Kupac je primio %1 od %2 poruka ovog odgovora; ostatak još nije poslan.</translation>
    </message>
    <message>
        <source>%1 of the %2 messages that this answer made are deleted; the rest is still there.</source>
        <translation>Izbrisano je %1 od %2 poruka ovog odgovora; ostale su još tu.</translation>
    </message>
</context>
<context>
    <name>parley::platforms::chatwoot</name>
    <message>
        <source>%1 does not accept the access token. Give the token that your profile settings in Chatwoot show now.</source>
        <translation>%1 ne prihvaća pristupni token. Upišite onaj koji je sada prikazan u postavkama vašeg profila u Chatwootu.</translation>
    </message>
    <message>
        <source>You may not do this on %1: %2</source>
        <translation>Na poslužitelju %1 to vam nije dopušteno: %2</translation>
    </message>
    <message>
        <source>%1 refuses it: %2</source>
        <translation>%1 to odbija: %2</translation>
    </message>
    <message>
        <source>%1 does not have it any more.</source>
        <translation>Na poslužitelju %1 toga više nema.</translation>
    </message>
    <message>
        <source>%1 asks for a second factor, which Parley cannot give. Use the access token instead: it stands at the end of your profile settings in Chatwoot.</source>
        <translation>%1 traži drugi faktor, koji Parley ne može dati. Upotrijebite pristupni token: nalazi se na kraju postavki profila u Chatwootu.</translation>
    </message>
    <message>
        <source>%1 does not accept this e-mail address and password.</source>
        <translation>%1 ne prihvaća tu adresu e-pošte i lozinku.</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that is fetched.</source>
        <translation>Datoteka je veća od %1, najveće veličine koja se preuzima.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Sandučić</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Stranica</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Preglednik</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Posjetitelj %1</translation>
    </message>
    <message>
        <source>This channel lets us answer only for a while after the customer&apos;s last message.</source>
        <translation>Na ovom se kanalu može odgovoriti samo neko vrijeme nakon posljednje poruke klijenta.</translation>
    </message>
    <message>
        <source>The customer&apos;s rating: %1 of 5</source>
        <translation>Ocjena klijenta: %1 od 5</translation>
    </message>
    <message>
        <source>This answer did not reach the customer.</source>
        <translation>Ovaj odgovor nije stigao do klijenta.</translation>
    </message>
    <message>
        <source>This answer did not reach the customer: %1</source>
        <translation>Ovaj odgovor nije stigao do klijenta: %1</translation>
    </message>
    <message>
        <source>Chatwoot has no setting “%1”. It has email, account and inboxes.</source>
        <translation>Chatwoot nema postavku „%1”. Ima email, account i inboxes.</translation>
    </message>
    <message>
        <source>Chatwoot needs the address of your team&apos;s server, as in --url https://chat.example.com.</source>
        <translation>Za Chatwoot je potrebna adresa poslužitelja vašeg tima, npr. --url https://chat.example.com.</translation>
    </message>
    <message>
        <source>--url takes a scheme, a host and a port only, as in https://chat.example.com.</source>
        <translation>--url prima samo shemu, poslužitelj i priključak, npr. https://chat.example.com.</translation>
    </message>
    <message>
        <source>“account” is a number: the one behind /accounts/ in Chatwoot&apos;s addresses.</source>
        <translation>„account” je broj: onaj iza /accounts/ u adresama Chatwoota.</translation>
    </message>
    <message>
        <source>Access token or password</source>
        <translation>Pristupni token ili lozinka</translation>
    </message>
    <message>
        <source>The access token stands at the end of your profile settings in Chatwoot. Or give your e-mail address below and your password here: Parley exchanges it for the token and does not keep it.</source>
        <translation>Pristupni token nalazi se na kraju postavki profila u Chatwootu. Ili dolje upišite adresu e-pošte, a ovdje lozinku: Parley je zamijeni za token i ne čuva je.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresa e-pošte</translation>
    </message>
    <message>
        <source>only with a password</source>
        <translation>samo uz lozinku</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Broj računa</translation>
    </message>
    <message>
        <source>only if you have more than one</source>
        <translation>samo ako ih imate više</translation>
    </message>
    <message>
        <source>Inboxes</source>
        <translation>Sandučići</translation>
    </message>
    <message>
        <source>all; or their names or numbers with commas between</source>
        <translation>svi; ili njihovi nazivi ili brojevi odvojeni zarezima</translation>
    </message>
    <message>
        <source>Nobody can be written to in this conversation.</source>
        <translation>U ovom razgovoru nema kome pisati.</translation>
    </message>
    <message>
        <source>Chatwoot cannot change a message that was sent. It can be deleted.</source>
        <translation>Chatwoot ne može promijeniti poslanu poruku. Može se izbrisati.</translation>
    </message>
    <message>
        <source>Nobody there is called “%1”, or more than one is. There are: %2.</source>
        <translation>Ondje se nitko ne zove „%1” ili ih je više. Postoje: %2.</translation>
    </message>
    <message>
        <source>%1 answers, but not as a Chatwoot server does. Check the account&apos;s address.</source>
        <translation>%1 odgovara, ali ne kao Chatwootov poslužitelj. Provjerite adresu računa.</translation>
    </message>
    <message>
        <source>You have no access to account %1. Yours are: %2.</source>
        <translation>Nemate pristup računu %1. Vaši su: %2.</translation>
    </message>
    <message>
        <source>You work in more than one account there. Say which one with the setting “account”: %1.</source>
        <translation>Ondje radite u više računa. Navedite koji u postavci „account”: %1.</translation>
    </message>
    <message>
        <source>There is no inbox “%1” for you. You have: %2.</source>
        <translation>Nemate sandučić „%1”. Imate: %2.</translation>
    </message>
    <message>
        <source>This server does not say which version it is. Parley treats it as an old one: changes made while Parley was closed take longer to arrive.</source>
        <translation>Poslužitelj ne javlja svoju verziju. Parley ga smatra starim: promjene nastale dok je Parley bio zatvoren stižu sporije.</translation>
    </message>
    <message>
        <source>This server is Chatwoot %1, older than 3.9, the oldest that Parley is made for. Messages work; some changes may arrive late or not at all.</source>
        <translation>Na poslužitelju je Chatwoot %1, stariji od 3.9, najstarijeg za koji je Parley napravljen. Poruke rade; neke promjene mogu stići kasno ili nikako.</translation>
    </message>
    <message>
        <source>This conversation was deleted on the server. What Parley had of it is kept here.</source>
        <translation>Ovaj je razgovor izbrisan na poslužitelju. Ono što je Parley imao ostalo je ovdje.</translation>
    </message>
    <message>
        <source>You no longer have access to this conversation on the server. What Parley had of it is kept here.</source>
        <translation>Više nemate pristup ovom razgovoru na poslužitelju. Ono što je Parley imao ostalo je ovdje.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>da</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ne</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Broj</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-pošta</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Tvrtka</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Država</translation>
    </message>
    <message>
        <source>About</source>
        <translation>O klijentu</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioritet</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>dodijeljeno</translation>
    </message>
    <message>
        <source>team</source>
        <translation>tim</translation>
    </message>
    <message>
        <source>inbox</source>
        <translation>sandučić</translation>
    </message>
    <message>
        <source>label</source>
        <translation>oznaka</translation>
    </message>
    <message>
        <source>date of creation</source>
        <translation>datum stvaranja</translation>
    </message>
    <message>
        <source>last activity</source>
        <translation>posljednja aktivnost</translation>
    </message>
    <message>
        <source>number in Chatwoot</source>
        <translation>broj u Chatwootu</translation>
    </message>
    <message>
        <source>browser&apos;s language</source>
        <translation>jezik preglednika</translation>
    </message>
    <message>
        <source>%1: any</source>
        <translation>%1: bilo koja vrijednost</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: nije zadano</translation>
    </message>
    <message>
        <source>%1: not %2</source>
        <translation>%1: osim %2</translation>
    </message>
    <message>
        <source>%1: contains “%2”</source>
        <translation>%1: sadrži „%2”</translation>
    </message>
    <message>
        <source>%1: does not contain “%2”</source>
        <translation>%1: ne sadrži „%2”</translation>
    </message>
    <message>
        <source>%1: after %2</source>
        <translation>%1: nakon %2</translation>
    </message>
    <message>
        <source>%1: before %2</source>
        <translation>%1: prije %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: more than %n days ago</source>
        <translation>
            <numerusform>%1: prije više od %n dana</numerusform>
            <numerusform>%1: prije više od %n dana</numerusform>
            <numerusform>%1: prije više od %n dana</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>one or the other of: %1</source>
        <translation>jedno od: %1</translation>
    </message>
    <message>
        <source>Sends the conversation by e-mail</source>
        <translation>Šalje razgovor e-poštom</translation>
    </message>
    <message>
        <source>Sends the conversation by e-mail to %1</source>
        <translation>Šalje razgovor e-poštom na %1</translation>
    </message>
    <message>
        <source>Sends a file that is kept on the server</source>
        <translation>Šalje datoteku koja se čuva na poslužitelju</translation>
    </message>
    <message>
        <source>Tells another program: %1</source>
        <translation>Javlja drugom programu: %1</translation>
    </message>
    <message>
        <source>Assigns it to somebody who is not known here</source>
        <translation>Dodjeljuje nekome tko ovdje nije poznat</translation>
    </message>
    <message>
        <source>Gives it to a team that is not known here</source>
        <translation>Predaje timu koji ovdje nije poznat</translation>
    </message>
    <message>
        <source>There is no team “%1”. There are none at all.</source>
        <translation>Nema tima „%1”. Timova uopće nema.</translation>
    </message>
    <message>
        <source>There is no team “%1”. There are: %2.</source>
        <translation>Nema tima „%1”. Postoje: %2.</translation>
    </message>
    <message>
        <source>This macro is not on the server any more.</source>
        <translation>Ovog makroa više nema na poslužitelju.</translation>
    </message>
    <message>
        <source>Nobody can tell whether the macro has run. Look at the conversation first.</source>
        <translation>Ne zna se je li makro izvršen. Najprije pogledajte razgovor.</translation>
    </message>
</context>
<context>
    <name>parley::platforms::http</name>
    <message>
        <source>%1 refuses the connection.</source>
        <translation>%1 odbija vezu.</translation>
    </message>
    <message>
        <source>%1 was not found. Is the network on, and the address right?</source>
        <translation>%1 nije pronađen. Je li mreža uključena i adresa točna?</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Nothing was sent.</source>
        <translation>Sigurna veza s %1 nije uspostavljena. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>The certificate of %1 could not be verified (%2). Nothing was sent.</source>
        <translation>Certifikat poslužitelja %1 nije se mogao provjeriti (%2). Ništa nije poslano.</translation>
    </message>
    <message>
        <source>The proxy does not answer.</source>
        <translation>Proxy ne odgovara.</translation>
    </message>
    <message>
        <source>The proxy asks for a password.</source>
        <translation>Proxy traži lozinku.</translation>
    </message>
    <message>
        <source>%1 does not answer in time.</source>
        <translation>%1 ne odgovara na vrijeme.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>Veza s %1 se prekinula.</translation>
    </message>
    <message>
        <source>%1 has a trouble of its own (status %2).</source>
        <translation>%1 ima vlastitih poteškoća (kod %2).</translation>
    </message>
    <message>
        <source>%1 sends us on to another address, which is not followed: check the account&apos;s address.</source>
        <translation>%1 upućuje na drugu adresu, koju ne slijedimo: provjerite adresu računa.</translation>
    </message>
    <message>
        <source>%1 asks us to slow down.</source>
        <translation>%1 moli da usporimo.</translation>
    </message>
    <message>
        <source>%1 gave an answer that cannot be understood.</source>
        <translation>%1 je dao odgovor koji se ne može razumjeti.</translation>
    </message>
    <message>
        <source>“%1” is not an address of a server. It should look like https://host:port.</source>
        <translation>„%1” nije adresa poslužitelja. Treba izgledati kao https://host:port.</translation>
    </message>
    <message>
        <source>http://%1 would carry the token in the open. Use https; plain http is for this computer only.</source>
        <translation>http://%1 prenosio bi token nezaštićeno. Koristite https; obični http samo je za ovo računalo.</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that is fetched.</source>
        <translation>Datoteka je veća od %1, a više se ne preuzima.</translation>
    </message>
</context>
<context>
    <name>parley::platforms::ok</name>
    <message>
        <source>Odnoklassniki&apos;s answer cannot be understood.</source>
        <translation>Odgovor Odnoklassnikija nije moguće razumjeti.</translation>
    </message>
    <message>
        <source>The address of this file is not one of Odnoklassniki&apos;s.</source>
        <translation>Adresa ove datoteke nije adresa Odnoklassnikija.</translation>
    </message>
    <message>
        <source>%1 answers, but not as Odnoklassniki does. Check the account&apos;s address.</source>
        <translation>%1 odgovara, ali ne kao Odnoklassniki. Provjerite adresu računa.</translation>
    </message>
    <message>
        <source>Comments are not fetched: they need an application&apos;s keys and the token of a manager of the group.</source>
        <translation>Komentari se ne preuzimaju: za njih su potrebni ključevi aplikacije i token voditelja grupe.</translation>
    </message>
    <message>
        <source>Comments are not fetched. %1</source>
        <translation>Komentari se ne preuzimaju. %1</translation>
    </message>
    <message>
        <source>Comments are no longer fetched. %1 Messages go on as usual.</source>
        <translation>Komentari se više ne preuzimaju. %1 Poruke stižu kao i dosad.</translation>
    </message>
    <message>
        <source>Comments cannot be fetched at the moment; Parley goes on trying. %1</source>
        <translation>Komentari se trenutačno ne mogu preuzeti; Parley i dalje pokušava. %1</translation>
    </message>
    <message>
        <source>Open the discussion in the browser to answer.</source>
        <translation>Za odgovor otvorite raspravu u pregledniku.</translation>
    </message>
    <message>
        <source>Odnoklassniki lets no program write comments.</source>
        <translation>Odnoklassniki ne dopušta programima pisanje komentara.</translation>
    </message>
    <message>
        <source>A comment can hold nothing but text.</source>
        <translation>Komentar može sadržavati samo tekst.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not say whether the comment is there. Look in the browser.</source>
        <translation>Odnoklassniki ne javlja je li komentar objavljen. Provjerite u pregledniku.</translation>
    </message>
    <message>
        <source>Topic of the group</source>
        <translation>Tema grupe</translation>
    </message>
    <message>
        <source>Photo of the group</source>
        <translation>Fotografija grupe</translation>
    </message>
    <message>
        <source>Video of the group</source>
        <translation>Videozapis grupe</translation>
    </message>
    <message>
        <source>Discussion on Odnoklassniki</source>
        <translation>Rasprava na Odnoklassnikiju</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>netko</translation>
    </message>
    <message>
        <source>Odnoklassniki lets no program write comments. Open the discussion in the browser to answer.</source>
        <translation>Odnoklassniki ne dopušta programima pisanje komentara. Za odgovor otvorite raspravu u pregledniku.</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>grupa %1</translation>
    </message>
    <message>
        <source>This key belongs to the group “%1” (%2), not to group %3. Enter that group&apos;s key, or correct the account&apos;s setting.</source>
        <translation>Ovaj ključ pripada grupi „%1” (%2), a ne grupi %3. Unesite ključ te grupe ili ispravite postavku računa.</translation>
    </message>
    <message numerus="yes">
        <source>Odnoklassniki does not push messages of this group: Parley asks for them every %n second(s).</source>
        <translation>
            <numerusform>Odnoklassniki ne šalje sam poruke ove grupe: Parley ih traži svaku %n sekundu.</numerusform>
            <numerusform>Odnoklassniki ne šalje sam poruke ove grupe: Parley ih traži svake %n sekunde.</numerusform>
            <numerusform>Odnoklassniki ne šalje sam poruke ove grupe: Parley ih traži svakih %n sekundi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program receives this group&apos;s messages by a web server. Parley leaves that as it is and asks for messages every %n second(s).</source>
        <translation>
            <numerusform>Poruke ove grupe preko web-poslužitelja prima drugi program. Parley to ne mijenja i traži poruke svaku %n sekundu.</numerusform>
            <numerusform>Poruke ove grupe preko web-poslužitelja prima drugi program. Parley to ne mijenja i traži poruke svake %n sekunde.</numerusform>
            <numerusform>Poruke ove grupe preko web-poslužitelja prima drugi program. Parley to ne mijenja i traži poruke svakih %n sekundi.</numerusform>
        </translation>
    </message>
    <message>
        <source>📍 location %1</source>
        <translation>📍 lokacija %1</translation>
    </message>
    <message>
        <source>a shared link, to be seen on Odnoklassniki only</source>
        <translation>podijeljena poveznica, vidljiva samo na Odnoklassnikiju</translation>
    </message>
    <message>
        <source>Missed video call</source>
        <translation>Propušten videopoziv</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Propušten poziv</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Videopoziv</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Poziv</translation>
    </message>
    <message>
        <source>👤 contact: %1, %2</source>
        <translation>👤 kontakt: %1, %2</translation>
    </message>
    <message>
        <source>🎵 music</source>
        <translation>🎵 glazba</translation>
    </message>
    <message>
        <source>🎵 music: %1</source>
        <translation>🎵 glazba: %1</translation>
    </message>
    <message>
        <source>🎁 a present, to be seen on Odnoklassniki only</source>
        <translation>🎁 poklon, vidljiv samo na Odnoklassnikiju</translation>
    </message>
    <message>
        <source>📎 %1, to be seen on Odnoklassniki only</source>
        <translation>📎 %1, vidljivo samo na Odnoklassnikiju</translation>
    </message>
    <message>
        <source>The screen is being recorded</source>
        <translation>Zaslon se snima</translation>
    </message>
    <message>
        <source>A screenshot was taken</source>
        <translation>Snimljena je slika zaslona</translation>
    </message>
    <message>
        <source>📎 something that Parley does not know (%1)</source>
        <translation>📎 privitak koji Parley ne poznaje (%1)</translation>
    </message>
    <message>
        <source>The group has left this chat.</source>
        <translation>Grupa je napustila ovaj razgovor.</translation>
    </message>
    <message>
        <source>The group was removed from this chat.</source>
        <translation>Grupa je uklonjena iz ovog razgovora.</translation>
    </message>
    <message>
        <source>Filled-in form</source>
        <translation>Ispunjeni obrazac</translation>
    </message>
    <message>
        <source>A visitor who is not signed in</source>
        <translation>Posjetitelj koji nije prijavljen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorija</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesija</translation>
    </message>
    <message>
        <source>Signed-out visitor</source>
        <translation>Neprijavljeni posjetitelj</translation>
    </message>
    <message>
        <source>This person does not allow the group to write to them.</source>
        <translation>Ova osoba ne dopušta grupi da joj piše.</translation>
    </message>
    <message>
        <source>%1 pressed “%2”</source>
        <translation>%1: pritisnut gumb „%2”</translation>
    </message>
    <message>
        <source>Notices about this account</source>
        <translation>Obavijesti o ovom računu</translation>
    </message>
    <message>
        <source>These lines are from Parley: there is nobody to answer.</source>
        <translation>Ove retke piše Parley: ovdje nema kome odgovoriti.</translation>
    </message>
    <message>
        <source>Odnoklassniki no longer offers this.</source>
        <translation>Odnoklassniki to više ne nudi.</translation>
    </message>
    <message>
        <source>Odnoklassniki cannot read this request; please report it.</source>
        <translation>Odnoklassniki ne može pročitati ovaj zahtjev; molimo prijavite to.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not allow this at the moment: the group or this person is restricted.</source>
        <translation>Odnoklassniki to trenutačno ne dopušta: grupa ili ova osoba je ograničena.</translation>
    </message>
    <message>
        <source>Odnoklassniki finds that the group sends too much.</source>
        <translation>Odnoklassniki smatra da grupa šalje previše.</translation>
    </message>
    <message>
        <source>Odnoklassniki blocks the internet address of this computer. Try another network, or write to its support.</source>
        <translation>Odnoklassniki blokira internetsku adresu ovog računala. Pokušajte s drugom mrežom ili pišite njihovoj podršci.</translation>
    </message>
    <message>
        <source>The group&apos;s key has no right to this.</source>
        <translation>Ključ grupe nema pravo na to.</translation>
    </message>
    <message>
        <source>Odnoklassniki&apos;s limit for this is reached.</source>
        <translation>Dosegnuto je ograničenje Odnoklassnikija za ovo.</translation>
    </message>
    <message>
        <source>Odnoklassniki cannot read the file that was sent.</source>
        <translation>Odnoklassniki ne može pročitati poslanu datoteku.</translation>
    </message>
    <message>
        <source>This must first be switched on in the group&apos;s settings.</source>
        <translation>To najprije treba uključiti u postavkama grupe.</translation>
    </message>
    <message>
        <source>This person has nothing to do with the group yet.</source>
        <translation>Ova osoba još nema veze s grupom.</translation>
    </message>
    <message>
        <source>This does not belong to the group.</source>
        <translation>To ne pripada grupi.</translation>
    </message>
    <message>
        <source>The profile or the group is not active on Odnoklassniki.</source>
        <translation>Profil ili grupa nije aktivna na Odnoklassnikiju.</translation>
    </message>
    <message>
        <source>Only an administrator of the group may do this.</source>
        <translation>To smije samo administrator grupe.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not accept something in this request.</source>
        <translation>Odnoklassniki ne prihvaća nešto u ovom zahtjevu.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not know the application key.</source>
        <translation>Odnoklassniki ne poznaje ključ aplikacije.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not accept the group&apos;s key any more. Whoever asked for a new one made this one invalid: enter the new key here.</source>
        <translation>Odnoklassniki više ne prihvaća ključ grupe. Netko je zatražio novi i ovaj je postao nevažeći: unesite ovdje novi ključ.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not know this group key. Copy it again from the group&apos;s settings, Messages.</source>
        <translation>Odnoklassniki ne poznaje ovaj ključ grupe. Kopirajte ga ponovno iz postavki grupe, Poruke.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not accept the signature. Is the application&apos;s secret key the right one?</source>
        <translation>Odnoklassniki ne prihvaća potpis. Je li tajni ključ aplikacije ispravan?</translation>
    </message>
    <message>
        <source>Odnoklassniki does not accept a signature that was used before.</source>
        <translation>Odnoklassniki ne prihvaća potpis koji je već korišten.</translation>
    </message>
    <message>
        <source>Odnoklassniki has no such conversation.</source>
        <translation>Na Odnoklassnikiju nema takvog razgovora.</translation>
    </message>
    <message>
        <source>Odnoklassniki has no such person.</source>
        <translation>Na Odnoklassnikiju nema takve osobe.</translation>
    </message>
    <message>
        <source>Odnoklassniki has no such album.</source>
        <translation>Na Odnoklassnikiju nema takvog albuma.</translation>
    </message>
    <message>
        <source>Odnoklassniki has no such photo.</source>
        <translation>Na Odnoklassnikiju nema takve fotografije.</translation>
    </message>
    <message>
        <source>Odnoklassniki no longer has this message.</source>
        <translation>Na Odnoklassnikiju više nema te poruke.</translation>
    </message>
    <message>
        <source>Odnoklassniki no longer has this comment.</source>
        <translation>Na Odnoklassnikiju više nema tog komentara.</translation>
    </message>
    <message>
        <source>The message that this is about is no longer there.</source>
        <translation>Poruke o kojoj je riječ više nema.</translation>
    </message>
    <message>
        <source>The manager&apos;s token has no right to the group&apos;s comments. The application needs VALUABLE_ACCESS and GROUP_CONTENT.</source>
        <translation>Token voditelja nema pravo na komentare grupe. Aplikaciji su potrebni VALUABLE_ACCESS i GROUP_CONTENT.</translation>
    </message>
    <message>
        <source>The manager&apos;s token has expired: enter a new one.</source>
        <translation>Token voditelja je istekao: unesite novi.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not know the manager&apos;s token.</source>
        <translation>Odnoklassniki ne poznaje token voditelja.</translation>
    </message>
    <message>
        <source>The discussion is no longer there.</source>
        <translation>Rasprave više nema.</translation>
    </message>
    <message>
        <source>Odnoklassniki has a trouble of its own (error %1).</source>
        <translation>Odnoklassniki ima vlastitu poteškoću (pogreška %1).</translation>
    </message>
    <message>
        <source>Odnoklassniki refused: %1</source>
        <translation>Odnoklassniki je odbio: %1</translation>
    </message>
    <message>
        <source>Odnoklassniki has no setting “%1”. It has %2.</source>
        <translation>Odnoklassniki nema postavku „%1”. Ima: %2.</translation>
    </message>
    <message>
        <source>group is the number of the group, as in group=53123456789012.</source>
        <translation>group je broj grupe, npr. group=53123456789012.</translation>
    </message>
    <message>
        <source>write_comments is no or try.</source>
        <translation>write_comments može biti no ili try.</translation>
    </message>
    <message>
        <source>--url takes a scheme, a host and a port only, as in https://api.ok.ru.</source>
        <translation>--url prima samo shemu, poslužitelja i priključak, npr. https://api.ok.ru.</translation>
    </message>
    <message>
        <source>Odnoklassniki</source>
        <translation>Odnoklassniki</translation>
    </message>
    <message>
        <source>Group key</source>
        <translation>Ključ grupe</translation>
    </message>
    <message>
        <source>On ok.ru: your group → Settings → Messages → get the access key. Asking for a new key makes the old one invalid, so all your programs must use the same one.</source>
        <translation>Na ok.ru: vaša grupa → Postavke → Poruke → dohvati pristupni ključ. Novi ključ poništava stari, pa svi vaši programi moraju koristiti isti.</translation>
    </message>
    <message>
        <source>Application&apos;s secret key</source>
        <translation>Tajni ključ aplikacije</translation>
    </message>
    <message>
        <source>Only for comments: of an application of yours on ok.ru, together with its public key and a manager&apos;s token.</source>
        <translation>Samo za komentare: vaše aplikacije na ok.ru, zajedno s njezinim javnim ključem i tokenom voditelja.</translation>
    </message>
    <message>
        <source>Manager&apos;s token</source>
        <translation>Token voditelja</translation>
    </message>
    <message>
        <source>Only for comments: the access token, for that application, of a person who manages the group.</source>
        <translation>Samo za komentare: pristupni token te aplikacije za osobu koja vodi grupu.</translation>
    </message>
    <message>
        <source>Group number (to be sure)</source>
        <translation>Broj grupe (za provjeru)</translation>
    </message>
    <message>
        <source>Application&apos;s public key (for comments)</source>
        <translation>Javni ključ aplikacije (za komentare)</translation>
    </message>
    <message>
        <source>Try to write comments</source>
        <translation>Pokušaj pisati komentare</translation>
    </message>
    <message>
        <source>Nobody can be written to in this conversation.</source>
        <translation>U ovom razgovoru nema kome pisati.</translation>
    </message>
    <message>
        <source>Odnoklassniki lets no program delete messages. Delete it in the browser.</source>
        <translation>Odnoklassniki ne dopušta programima brisanje poruka. Izbrišite je u pregledniku.</translation>
    </message>
    <message>
        <source>The message to change was never sent.</source>
        <translation>Poruka koju treba izmijeniti nikad nije poslana.</translation>
    </message>
    <message>
        <source>The text is longer than Odnoklassniki takes (%1 characters). The message stays as it was.</source>
        <translation>Tekst je dulji nego što Odnoklassniki prihvaća (%1 znakova). Poruka ostaje kakva je bila.</translation>
    </message>
    <message>
        <source>Odnoklassniki did not change the message.</source>
        <translation>Odnoklassniki nije promijenio poruku.</translation>
    </message>
    <message>
        <source>“%1” is larger than 50 MB, the most that Parley sends there. Nothing was sent.</source>
        <translation>„%1” je veće od 50 MB, što je najviše što Parley onamo šalje. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>“%1” is empty. Nothing was sent.</source>
        <translation>„%1” je prazno. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Odgovor je prazan.</translation>
    </message>
    <message>
        <source>Odnoklassniki did not take the message.</source>
        <translation>Odnoklassniki nije prihvatio poruku.</translation>
    </message>
    <message>
        <source>Odnoklassniki took the file “%1” but did not say how to send it on. Nothing was sent.</source>
        <translation>Odnoklassniki je preuzeo datoteku „%1”, ali nije rekao kako je poslati. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>Only a part of this answer has arrived.</source>
        <translation>Stigao je samo dio ovog odgovora.</translation>
    </message>
    <message>
        <source>So much was written since that Parley cannot tell whether this answer arrived.</source>
        <translation>Otad je toliko toga napisano da Parley ne može utvrditi je li ovaj odgovor stigao.</translation>
    </message>
</context>
<context>
    <name>parley::platforms::telegram</name>
    <message>
        <source>%1 answers, but not as a Telegram Bot API server does. Check the account&apos;s address.</source>
        <translation>%1 odgovara, ali ne kao poslužitelj Telegram Bot API-ja. Provjerite adresu računa.</translation>
    </message>
    <message>
        <source>In groups it sees only commands and answers to itself (privacy mode is on).</source>
        <translation>U grupama vidi samo naredbe i odgovore sebi (uključen je način privatnosti).</translation>
    </message>
    <message>
        <source>Its messages go to a web server (a webhook is set): they arrive here once that is removed.</source>
        <translation>Njegove poruke idu na web-poslužitelj (postavljen je webhook): ovamo stižu kad se on ukloni.</translation>
    </message>
    <message>
        <source>Telegram&apos;s answer cannot be understood.</source>
        <translation>Telegramov odgovor ne može se razumjeti.</translation>
    </message>
    <message>
        <source>Parley was not connected from %1 to %2. Telegram keeps messages for a bot for 24 hours only: what customers wrote before that is not here and cannot be fetched.</source>
        <translation>Parley nije bio povezan od %1 do %2. Telegram čuva poruke za bota samo 24 sata: onoga što su korisnici pisali prije toga ovdje nema i ne može se preuzeti.</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that is fetched.</source>
        <translation>Datoteka je veća od %1, a više se ne preuzima.</translation>
    </message>
    <message>
        <source>Telegram no longer has this file.</source>
        <translation>Telegram više nema ovu datoteku.</translation>
    </message>
    <message>
        <source>📍 live location %1</source>
        <translation>📍 lokacija uživo %1</translation>
    </message>
    <message>
        <source>📍 location %1</source>
        <translation>📍 lokacija %1</translation>
    </message>
    <message>
        <source>📊 poll: %1</source>
        <translation>📊 anketa: %1</translation>
    </message>
    <message>
        <source>☑ checklist: %1</source>
        <translation>☑ popis zadataka: %1</translation>
    </message>
    <message>
        <source>👤 contact: %1, %2</source>
        <translation>👤 kontakt: %1, %2</translation>
    </message>
    <message>
        <source>%1 sticker</source>
        <translation>%1 naljepnica</translation>
    </message>
    <message>
        <source>🎮 game: %1</source>
        <translation>🎮 igra: %1</translation>
    </message>
    <message>
        <source>🧾 invoice: %1</source>
        <translation>🧾 račun: %1</translation>
    </message>
    <message>
        <source>a story, to be seen in Telegram only</source>
        <translation>priča, vidljiva samo u Telegramu</translation>
    </message>
    <message>
        <source>paid media, to be seen in Telegram only</source>
        <translation>plaćeni sadržaj, vidljiv samo u Telegramu</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>netko</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Proslijeđeno od: %1</translation>
    </message>
    <message>
        <source>Telegram lets a bot write privately only to people who have written to it first.</source>
        <translation>Telegram botu dopušta privatno pisati samo ljudima koji su mu pisali prvi.</translation>
    </message>
    <message>
        <source>“%1” is larger than 50 MB, the most that a bot may send. Nothing was sent.</source>
        <translation>„%1” je veća od 50 MB, najviše što bot smije poslati. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>“%1” is empty, and Telegram takes no empty file. Nothing was sent.</source>
        <translation>„%1” je prazna, a Telegram ne prima prazne datoteke. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Odgovor je prazan.</translation>
    </message>
    <message>
        <source>The message to change was never sent.</source>
        <translation>Poruka koju treba promijeniti nikad nije poslana.</translation>
    </message>
    <message>
        <source>The text is longer than Telegram takes (%1 characters). The message stays as it was.</source>
        <translation>Tekst je dulji nego što Telegram prima (%1 znakova). Poruka ostaje kakva je bila.</translation>
    </message>
    <message>
        <source>The message to delete was never sent.</source>
        <translation>Poruka koju treba izbrisati nikad nije poslana.</translation>
    </message>
    <message>
        <source>Telegram refuses the bot token: it was revoked or mistyped. Ask @BotFather for the current one.</source>
        <translation>Telegram odbija token bota: opozvan je ili krivo upisan. Zatražite važeći od @BotFather.</translation>
    </message>
    <message>
        <source>Telegram knows no bot with this token. It should look like 123456789:AAH… as @BotFather wrote it.</source>
        <translation>Telegram ne poznaje bota s ovim tokenom. Treba izgledati kao 123456789:AAH…, kako ga je napisao @BotFather.</translation>
    </message>
    <message>
        <source>This bot&apos;s messages go to a web server (a webhook is set), so they do not come here. Whoever runs that server must remove the webhook, or this account needs a bot of its own. Parley does not remove it by itself.</source>
        <translation>Poruke ovog bota idu na web-poslužitelj (postavljen je webhook) pa ovamo ne stižu. Webhook mora ukloniti onaj tko vodi taj poslužitelj ili ovom računu treba vlastiti bot. Parley ga sam ne uklanja.</translation>
    </message>
    <message>
        <source>Another program reads this bot&apos;s messages, perhaps Parley on another computer. Only one can: stop the other one. Nothing is lost meanwhile; Parley goes on trying.</source>
        <translation>Poruke ovog bota čita drugi program, možda Parley na drugom računalu. Može samo jedan: zaustavite drugi. U međuvremenu se ništa ne gubi; Parley i dalje pokušava.</translation>
    </message>
    <message>
        <source>The file is larger than 50 MB, the most that a bot may send.</source>
        <translation>Datoteka je veća od 50 MB, najviše što bot smije poslati.</translation>
    </message>
    <message>
        <source>Telegram asks us to slow down.</source>
        <translation>Telegram moli da usporimo.</translation>
    </message>
    <message>
        <source>The customer has blocked the bot: no answer can reach them.</source>
        <translation>Korisnik je blokirao bota: odgovor do njega ne može doći.</translation>
    </message>
    <message>
        <source>The customer&apos;s Telegram account is gone.</source>
        <translation>Korisnikova Telegram računa više nema.</translation>
    </message>
    <message>
        <source>A bot may write only to people who have written to it first: send them a link to the bot.</source>
        <translation>Bot smije pisati samo ljudima koji su mu pisali prvi: pošaljite im poveznicu na bota.</translation>
    </message>
    <message>
        <source>The bot was removed from this group.</source>
        <translation>Bot je uklonjen iz ove grupe.</translation>
    </message>
    <message>
        <source>The bot is not a member here.</source>
        <translation>Bot ovdje nije član.</translation>
    </message>
    <message>
        <source>This group was deleted.</source>
        <translation>Ova je grupa izbrisana.</translation>
    </message>
    <message>
        <source>Telegram does not allow this to the bot.</source>
        <translation>Telegram to botu ne dopušta.</translation>
    </message>
    <message>
        <source>The group was upgraded; what was written before can no longer be changed.</source>
        <translation>Grupa je nadograđena; ono što je prije napisano više se ne može mijenjati.</translation>
    </message>
    <message>
        <source>This topic was deleted.</source>
        <translation>Ova je tema izbrisana.</translation>
    </message>
    <message>
        <source>This topic is closed: open it again in Telegram to answer.</source>
        <translation>Ova je tema zatvorena: za odgovor je ponovno otvorite u Telegramu.</translation>
    </message>
    <message>
        <source>This message has no text that could be changed.</source>
        <translation>Ova poruka nema teksta koji bi se mogao promijeniti.</translation>
    </message>
    <message>
        <source>The bot has never met this customer, or the chat is gone.</source>
        <translation>Bot nikad nije susreo ovog korisnika ili razgovora više nema.</translation>
    </message>
    <message>
        <source>The bot may not write to this customer of the business account: their last message is older than 24 hours, or the chat was taken out of the bot&apos;s scope.</source>
        <translation>Bot ne smije pisati ovom korisniku poslovnog računa: njegova zadnja poruka starija je od 24 sata ili je razgovor izuzet iz botova dosega.</translation>
    </message>
    <message>
        <source>The business account is no longer connected to this bot.</source>
        <translation>Poslovni račun više nije povezan s ovim botom.</translation>
    </message>
    <message>
        <source>The bot may not write to this customer.</source>
        <translation>Bot ne smije pisati ovom korisniku.</translation>
    </message>
    <message>
        <source>The message to change is no longer there.</source>
        <translation>Poruke koju treba promijeniti više nema.</translation>
    </message>
    <message>
        <source>Telegram no longer lets this message be changed.</source>
        <translation>Telegram više ne dopušta promjenu ove poruke.</translation>
    </message>
    <message>
        <source>Telegram does not let this message be deleted: it is older than 48 hours, or not the bot&apos;s.</source>
        <translation>Telegram ne dopušta brisanje ove poruke: starija je od 48 sati ili nije botova.</translation>
    </message>
    <message>
        <source>The file is larger than 20 MB, the most that Telegram hands to a bot. It can be seen in Telegram itself.</source>
        <translation>Datoteka je veća od 20 MB, najviše što Telegram daje botu. Može se vidjeti u samom Telegramu.</translation>
    </message>
    <message>
        <source>The text is longer than Telegram takes (4096 characters).</source>
        <translation>Tekst je dulji nego što Telegram prima (4096 znakova).</translation>
    </message>
    <message>
        <source>The bot may read here but not write.</source>
        <translation>Bot ovdje smije čitati, ali ne i pisati.</translation>
    </message>
    <message>
        <source>The bot lacks the right to do this here.</source>
        <translation>Bot ovdje nema pravo na to.</translation>
    </message>
    <message>
        <source>Telegram refused: %1</source>
        <translation>Telegram je odbio: %1</translation>
    </message>
    <message>
        <source>Telegram has no setting “%1”. It needs only the bot token, and --url for another server.</source>
        <translation>Telegram nema postavku „%1”. Treba samo token bota i --url za drugi poslužitelj.</translation>
    </message>
    <message>
        <source>--url takes a scheme, a host and a port only, as in https://telegram.example:8443.</source>
        <translation>--url prima samo shemu, poslužitelj i port, npr. https://telegram.example:8443.</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Token bota</translation>
    </message>
    <message>
        <source>Write /newbot, or /token for a bot that exists, to @BotFather in Telegram. The token looks like 123456789:AAH… and is all that is needed.</source>
        <translation>U Telegramu pišite @BotFather: /newbot ili /token za postojećeg bota. Token izgleda kao 123456789:AAH… i ništa drugo ne treba.</translation>
    </message>
    <message>
        <source>Nobody can be written to in this conversation.</source>
        <translation>U ovom razgovoru nema se kome pisati.</translation>
    </message>
    <message>
        <source>%1 joined the group</source>
        <translation>%1 ulazi u grupu</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 dodaje: %2</translation>
    </message>
    <message>
        <source>%1 left the group</source>
        <translation>%1 napušta grupu</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 uklanja: %2</translation>
    </message>
    <message>
        <source>%1 paid (%2 %3, in smallest units)</source>
        <translation>%1: uplata (%2 %3, u najmanjim jedinicama)</translation>
    </message>
    <message>
        <source>%1 sent a gift</source>
        <translation>%1 šalje dar</translation>
    </message>
    <message>
        <source>%1 sent a gift: %2</source>
        <translation>%1 šalje dar: %2</translation>
    </message>
    <message>
        <source>%1 named the group “%2”</source>
        <translation>%1 daje grupi naziv „%2”</translation>
    </message>
    <message>
        <source>%1 changed the group&apos;s picture</source>
        <translation>%1 mijenja sliku grupe</translation>
    </message>
    <message>
        <source>%1 removed the group&apos;s picture</source>
        <translation>%1 uklanja sliku grupe</translation>
    </message>
    <message>
        <source>%1 created the group</source>
        <translation>%1 stvara grupu</translation>
    </message>
    <message>
        <source>%1 created the channel</source>
        <translation>%1 stvara kanal</translation>
    </message>
    <message>
        <source>The group was upgraded and has a new number; the next answer follows it there</source>
        <translation>Grupa je nadograđena i ima novi broj; sljedeći odgovor ide onamo</translation>
    </message>
    <message>
        <source>The group was upgraded; what was written before is in the old conversation</source>
        <translation>Grupa je nadograđena; ono prije toga je u starom razgovoru</translation>
    </message>
    <message>
        <source>%1 pinned a message</source>
        <translation>%1 prikvači poruku</translation>
    </message>
    <message>
        <source>%1 opened the topic “%2”</source>
        <translation>%1 otvara temu „%2”</translation>
    </message>
    <message>
        <source>%1 changed the topic</source>
        <translation>%1 mijenja temu</translation>
    </message>
    <message>
        <source>%1 closed the topic</source>
        <translation>%1 zatvara temu</translation>
    </message>
    <message>
        <source>%1 opened the topic again</source>
        <translation>%1 ponovno otvara temu</translation>
    </message>
    <message>
        <source>%1 allowed the bot to write</source>
        <translation>%1 dopušta botu pisati</translation>
    </message>
    <message>
        <source>%1 signed in on %2</source>
        <translation>%1: prijava na %2</translation>
    </message>
    <message>
        <source>%1 sent a form: %2</source>
        <translation>%1 šalje obrazac: %2</translation>
    </message>
    <message>
        <source>%1 changed when messages disappear</source>
        <translation>%1 mijenja rok nestajanja poruka</translation>
    </message>
    <message>
        <source>A payment of %1 was refunded</source>
        <translation>Vraćena uplata: %1</translation>
    </message>
    <message>
        <source>%1 shared users with the bot</source>
        <translation>%1 dijeli korisnike s botom</translation>
    </message>
    <message>
        <source>%1 shared a chat with the bot</source>
        <translation>%1 dijeli razgovor s botom</translation>
    </message>
    <message>
        <source>A video chat started</source>
        <translation>Započeo je videorazgovor</translation>
    </message>
    <message>
        <source>The video chat ended</source>
        <translation>Videorazgovor je završio</translation>
    </message>
    <message>
        <source>Notices about this account</source>
        <translation>Obavijesti o ovom računu</translation>
    </message>
    <message>
        <source>These lines are from Parley: there is nobody to answer.</source>
        <translation>Ove retke piše Parley: nema se kome odgovoriti.</translation>
    </message>
    <message>
        <source>An answer here would be a new post of the channel. Answer in its discussion group instead.</source>
        <translation>Odgovor bi ovdje bio nova objava kanala. Odgovorite u njegovoj grupi za raspravu.</translation>
    </message>
    <message>
        <source>%1 disconnected this bot from their business account: its customers can no longer be answered here.</source>
        <translation>%1 odspaja bota sa svog poslovnog računa: njegovim se korisnicima ovdje više ne može odgovarati.</translation>
    </message>
    <message>
        <source>%1 connected this bot to their business account: its customers&apos; messages arrive here.</source>
        <translation>%1 povezuje bota sa svojim poslovnim računom: poruke njegovih korisnika stižu ovamo.</translation>
    </message>
    <message>
        <source>%1 connected this bot to their business account, but did not allow it to answer.</source>
        <translation>%1 povezuje bota sa svojim poslovnim računom, ali mu ne dopušta odgovarati.</translation>
    </message>
    <message>
        <source>%1 blocked the bot</source>
        <translation>%1 blokira bota</translation>
    </message>
    <message>
        <source>%1 let the bot write again</source>
        <translation>%1 ponovno dopušta botu pisati</translation>
    </message>
    <message>
        <source>%1 has blocked the bot: no answer can reach them.</source>
        <translation>%1 blokira bota: odgovor ne može stići.</translation>
    </message>
    <message>
        <source>%1 removed the bot</source>
        <translation>%1 uklanja bota</translation>
    </message>
    <message>
        <source>%1 took the bot&apos;s right to write</source>
        <translation>%1 oduzima botu pravo pisanja</translation>
    </message>
    <message>
        <source>%1 gave the bot its place here</source>
        <translation>%1 daje botu mjesto ovdje</translation>
    </message>
    <message>
        <source>The bot is no longer a member here.</source>
        <translation>Bot ovdje više nije član.</translation>
    </message>
    <message>
        <source>%1 took the reaction back</source>
        <translation>%1 povlači reakciju</translation>
    </message>
    <message>
        <source>%1 reacted with %2</source>
        <translation>%1: reakcija %2</translation>
    </message>
    <message>
        <source>%1 pressed “%2”</source>
        <translation>%1 pritišće „%2”</translation>
    </message>
</context>
<context>
    <name>parley::platforms::vk</name>
    <message>
        <source>VK refuses the second token (of a user or an application): it has run out or was revoked. What needs it is not done; all else works.</source>
        <translation>VK ne prihvaća drugi token (korisnika ili aplikacije): istekao je ili je opozvan. Ono za što je potreban se ne izvršava; sve ostalo radi.</translation>
    </message>
    <message>
        <source>%1 answers, but not as VK&apos;s API does. Check the account&apos;s address.</source>
        <translation>%1 odgovara, ali ne kao VK-ov API. Provjerite adresu računa.</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that is fetched.</source>
        <translation>Datoteka je veća od %1, najveće veličine koja se preuzima.</translation>
    </message>
    <message>
        <source>VK no longer has this file.</source>
        <translation>VK više nema ovu datoteku.</translation>
    </message>
    <message>
        <source>🖼 photo %1</source>
        <translation>🖼 fotografija %1</translation>
    </message>
    <message>
        <source>📄 file “%1”</source>
        <translation>📄 datoteka „%1”</translation>
    </message>
    <message>
        <source>🎤 voice message</source>
        <translation>🎤 glasovna poruka</translation>
    </message>
    <message>
        <source>🎤 voice message: “%1”</source>
        <translation>🎤 glasovna poruka: „%1”</translation>
    </message>
    <message>
        <source>🖌 drawing</source>
        <translation>🖌 crtež</translation>
    </message>
    <message>
        <source>🙂 sticker</source>
        <translation>🙂 naljepnica</translation>
    </message>
    <message>
        <source>🎁 gift</source>
        <translation>🎁 poklon</translation>
    </message>
    <message>
        <source>🎬 video: %1</source>
        <translation>🎬 video: %1</translation>
    </message>
    <message>
        <source>📌 post: https://vk.com/wall%1_%2</source>
        <translation>📌 objava: https://vk.com/wall%1_%2</translation>
    </message>
    <message>
        <source>💬 comment: %1</source>
        <translation>💬 komentar: %1</translation>
    </message>
    <message>
        <source>📊 poll: %1</source>
        <translation>📊 anketa: %1</translation>
    </message>
    <message>
        <source>📞 missed call</source>
        <translation>📞 propušteni poziv</translation>
    </message>
    <message>
        <source>📞 call, %1</source>
        <translation>📞 poziv, %1</translation>
    </message>
    <message>
        <source>📖 story %1</source>
        <translation>📖 priča %1</translation>
    </message>
    <message>
        <source>📎 something that Parley cannot show (%1)</source>
        <translation>📎 nešto što Parley ne može prikazati (%1)</translation>
    </message>
    <message>
        <source>&gt; … more was forwarded; it can be read in VK.</source>
        <translation>&gt; … proslijeđeno je još; ostatak se može pročitati na VK-u.</translation>
    </message>
    <message>
        <source>%1 named the chat “%2”.</source>
        <translation>%1: novi naziv razgovora je „%2”.</translation>
    </message>
    <message>
        <source>%1 left the chat.</source>
        <translation>%1 više nije u razgovoru.</translation>
    </message>
    <message>
        <source>%1 removed %2 from the chat.</source>
        <translation>%1: iz razgovora je uklonjen sudionik %2.</translation>
    </message>
    <message>
        <source>%1 invited %2 to the chat.</source>
        <translation>%1: u razgovor je pozvan sudionik %2.</translation>
    </message>
    <message>
        <source>%1 joined the chat.</source>
        <translation>%1 je sada u razgovoru.</translation>
    </message>
    <message>
        <source>%1 pinned a message.</source>
        <translation>%1: poruka je prikvačena.</translation>
    </message>
    <message>
        <source>%1 changed the chat (%2).</source>
        <translation>%1: razgovor je promijenjen (%2).</translation>
    </message>
    <message>
        <source>A colleague deleted this conversation in VK. What Parley has of it stays here.</source>
        <translation>Kolega je izbrisao ovaj razgovor na VK-u. Ono što Parley ima ostaje ovdje.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Fotografija</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Proizvod</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Objava</translation>
    </message>
    <message>
        <source>A comment that Parley cannot show. It can be read in VK.</source>
        <translation>Komentar koji Parley ne može prikazati. Može se pročitati na VK-u.</translation>
    </message>
    <message>
        <source>Mention of the community</source>
        <translation>Spominjanje zajednice</translation>
    </message>
    <message>
        <source>%1 reacted to a message (VK&apos;s reaction no. %2).</source>
        <translation>%1: reakcija na poruku (VK-ova reakcija br. %2).</translation>
    </message>
    <message>
        <source>%1 took a reaction back.</source>
        <translation>%1: reakcija je povučena.</translation>
    </message>
    <message>
        <source>%1 pressed a button of a bot.</source>
        <translation>%1: pritisnut je gumb bota.</translation>
    </message>
    <message>
        <source>This VK profile was blocked or deleted.</source>
        <translation>Ovaj VK profil je blokiran ili izbrisan.</translation>
    </message>
    <message>
        <source>The customer is in the community&apos;s blacklist, or has blocked the community.</source>
        <translation>Kupac je na crnoj listi zajednice ili je blokirao zajednicu.</translation>
    </message>
    <message>
        <source>Messages are switched off in the community&apos;s settings.</source>
        <translation>Poruke su isključene u postavkama zajednice.</translation>
    </message>
    <message>
        <source>The community no longer has access to this conversation.</source>
        <translation>Zajednica više nema pristup ovom razgovoru.</translation>
    </message>
    <message>
        <source>The customer&apos;s profile is closed to us: they have not allowed messages from the community, or have taken it back. Where they wrote a comment, answer under the post instead.</source>
        <translation>Kupac nam je zatvoren: nije dopustio poruke zajednice ili je dopuštenje povukao. Ako je ostavio komentar, odgovorite ispod objave.</translation>
    </message>
    <message>
        <source>A message that Parley cannot show. It can be read in VK.</source>
        <translation>Poruka koju Parley ne može prikazati. Može se pročitati na VK-u.</translation>
    </message>
    <message>
        <source>“%1” is empty, and VK takes no empty file. Nothing was sent.</source>
        <translation>„%1” je prazna datoteka, a VK takve ne prihvaća. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>“%1” is larger than 200 MB, the most that VK takes. Nothing was sent.</source>
        <translation>„%1” je veća od 200 MB, što je najviše što VK prihvaća. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Odgovor je prazan.</translation>
    </message>
    <message>
        <source>VK lets a community send files in private messages only. Answer privately, or leave the file out. Nothing was sent.</source>
        <translation>VK zajednici dopušta slanje datoteka samo u privatnim porukama. Odgovorite privatno ili izostavite datoteku. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>VK has a trouble of its own.</source>
        <translation>VK ima vlastiti kvar.</translation>
    </message>
    <message>
        <source>VK refuses the community&apos;s token: it was revoked or mistyped. Make a new one under Manage → API usage → Access tokens.</source>
        <translation>VK odbija token zajednice: opozvan je ili krivo upisan. Napravite novi: Upravljanje → Rad s API-jem → Pristupni ključevi.</translation>
    </message>
    <message>
        <source>VK does not allow this to the community&apos;s token: it lacks the right for it, or the community has this part switched off.</source>
        <translation>VK to ne dopušta tokenu zajednice: nema potrebno pravo ili je taj dio u zajednici isključen.</translation>
    </message>
    <message>
        <source>The customer&apos;s profile is closed, or they have not allowed messages from the community. Answer under the post instead; once they write first, you can answer here.</source>
        <translation>Profil kupca je zatvoren ili nije dopustio poruke zajednice. Odgovorite ispod objave; kad vam prvi piše, možete odgovoriti ovdje.</translation>
    </message>
    <message>
        <source>VK asks for a captcha before it goes on. Open the page, solve it there, then try again.</source>
        <translation>VK traži captchu prije nastavka. Otvorite stranicu, riješite je ondje i pokušajte ponovno.</translation>
    </message>
    <message>
        <source>VK asks the community&apos;s owner to confirm who they are. Open the page, follow it, then try again.</source>
        <translation>VK traži da vlasnik zajednice potvrdi tko je. Otvorite stranicu, slijedite je i pokušajte ponovno.</translation>
    </message>
    <message>
        <source>VK takes no comments here: they are closed, or the community may not write them.</source>
        <translation>VK ovdje ne prima komentare: zatvoreni su ili ih zajednica ne smije pisati.</translation>
    </message>
    <message>
        <source>VK no longer takes this version of its API. A newer Parley is needed; what you have stays here.</source>
        <translation>VK više ne prihvaća ovu verziju svog API-ja. Potreban je noviji Parley; ono što imate ostaje ovdje.</translation>
    </message>
    <message>
        <source>VK has forgotten where we were; everything is compared anew.</source>
        <translation>VK je zaboravio gdje smo stali; sve se iznova uspoređuje.</translation>
    </message>
    <message>
        <source>VK did not take the file: it is too large, empty, or of a kind it does not allow.</source>
        <translation>VK nije prihvatio datoteku: prevelika je, prazna ili nedopuštene vrste.</translation>
    </message>
    <message>
        <source>VK says that the application behind this token is switched off.</source>
        <translation>VK javlja da je aplikacija kojoj token pripada isključena.</translation>
    </message>
    <message>
        <source>VK asks us to slow down.</source>
        <translation>VK traži da usporimo.</translation>
    </message>
    <message>
        <source>VK finds that the same was done too often (flood control), and asks us to wait.</source>
        <translation>VK smatra da se isto ponavljalo prečesto (zaštita od zatrpavanja) i traži da pričekamo.</translation>
    </message>
    <message>
        <source>VK&apos;s daily limit for this is used up. Parley goes on as soon as VK lets it.</source>
        <translation>VK-ovo dnevno ograničenje za ovo je iskorišteno. Parley nastavlja čim VK dopusti.</translation>
    </message>
    <message>
        <source>This profile is private.</source>
        <translation>Ovaj profil je privatan.</translation>
    </message>
    <message>
        <source>VK knows no such community; it may have been deleted.</source>
        <translation>VK ne poznaje takvu zajednicu; možda je izbrisana.</translation>
    </message>
    <message>
        <source>VK lets this token be used from certain addresses only, and this computer is at none of them.</source>
        <translation>VK dopušta ovaj token samo s određenih adresa, a ovo računalo nije ni na jednoj od njih.</translation>
    </message>
    <message>
        <source>VK no longer has this.</source>
        <translation>VK to više nema.</translation>
    </message>
    <message>
        <source>VK denies access to the community: it was deleted, blocked or closed to us.</source>
        <translation>VK ne daje pristup zajednici: izbrisana je, blokirana ili nam je zatvorena.</translation>
    </message>
    <message>
        <source>The post is no longer there, or closed to us.</source>
        <translation>Objave više nema ili nam je zatvorena.</translation>
    </message>
    <message>
        <source>Comments under this post are closed.</source>
        <translation>Komentari ispod ove objave su zatvoreni.</translation>
    </message>
    <message>
        <source>VK allows no links in comments here.</source>
        <translation>VK ovdje ne dopušta poveznice u komentarima.</translation>
    </message>
    <message>
        <source>VK finds that there are too many comments, and asks us to wait.</source>
        <translation>VK smatra da je komentara previše i traži da pričekamo.</translation>
    </message>
    <message>
        <source>The customer is in the community&apos;s blacklist, or has blocked the community: no message can reach them.</source>
        <translation>Kupac je na crnoj listi zajednice ili je blokirao zajednicu: nijedna poruka ne može do njega.</translation>
    </message>
    <message>
        <source>VK no longer lets this message be changed: it is too old.</source>
        <translation>VK više ne dopušta izmjenu ove poruke: prestara je.</translation>
    </message>
    <message>
        <source>The message is larger than VK takes.</source>
        <translation>Poruka je veća nego što VK prihvaća.</translation>
    </message>
    <message>
        <source>The community&apos;s bot features are off: switch them on under Manage → Messages → Bot settings.</source>
        <translation>Mogućnosti bota u zajednici su isključene: uključite ih pod Upravljanje → Poruke → Postavke bota.</translation>
    </message>
    <message>
        <source>The text is longer than VK takes.</source>
        <translation>Tekst je dulji nego što VK prihvaća.</translation>
    </message>
    <message>
        <source>VK does not let a message of this kind be changed.</source>
        <translation>VK ne dopušta izmjenu poruka ove vrste.</translation>
    </message>
    <message>
        <source>The message to answer is no longer there.</source>
        <translation>Poruke na koju odgovarate više nema.</translation>
    </message>
    <message>
        <source>VK no longer lets this message be deleted for the customer: it is too old.</source>
        <translation>VK više ne dopušta brisanje ove poruke kod kupca: prestara je.</translation>
    </message>
    <message>
        <source>A pinned message cannot be changed yet.</source>
        <translation>Prikvačena poruka se još ne može izmijeniti.</translation>
    </message>
    <message>
        <source>VK refused: %1</source>
        <translation>VK je odbio: %1</translation>
    </message>
    <message>
        <source>VK did not take “%1”: it is too large, or of a kind that it does not allow. Nothing was sent.</source>
        <translation>VK nije prihvatio „%1”: prevelika je ili nedopuštene vrste. Ništa nije poslano.</translation>
    </message>
    <message>
        <source>VK no longer has this message.</source>
        <translation>VK više nema ovu poruku.</translation>
    </message>
    <message>
        <source>--url takes a scheme, a host and a port only, as in https://api.vk.ru.</source>
        <translation>--url prima samo shemu, poslužitelja i vrata, kao u https://api.vk.ru.</translation>
    </message>
    <message>
        <source>VK has no setting “%1”. It has group and host.</source>
        <translation>VK nema postavku „%1”. Ima group i host.</translation>
    </message>
    <message>
        <source>Which community? Give its number: --set group=123456, as in vk.com/club123456.</source>
        <translation>Koja zajednica? Navedite njezin broj: --set group=123456, kao u vk.com/club123456.</translation>
    </message>
    <message>
        <source>“%1” is not a community&apos;s number. It should look like 123456 or club123456; a short name&apos;s number stands in the address of the community&apos;s settings.</source>
        <translation>„%1” nije broj zajednice. Izgleda kao 123456 ili club123456; broj zajednice s kratkim imenom stoji u adresi njezinih postavki.</translation>
    </message>
    <message>
        <source>host is api.vk.com or api.vk.ru, not “%1”.</source>
        <translation>host je api.vk.com ili api.vk.ru, a ne „%1”.</translation>
    </message>
    <message>
        <source>Community token</source>
        <translation>Token zajednice</translation>
    </message>
    <message>
        <source>In the community: Manage → API usage → Access tokens → Create token, with the rights messages, photos, docs, wall and manage. It begins with vk1.a.</source>
        <translation>U zajednici: Upravljanje → Rad s API-jem → Pristupni ključevi → Stvori ključ, s pravima messages, photos, docs, wall i manage. Počinje s vk1.a.</translation>
    </message>
    <message>
        <source>User or service token</source>
        <translation>Token korisnika ili aplikacije</translation>
    </message>
    <message>
        <source>For what a community&apos;s token may not do. A user&apos;s token of an administrator reads comments back, changes and deletes them and sees mentions; an application&apos;s service token only reads comments back. Without it these are absent, all else works.</source>
        <translation>Za ono što token zajednice ne smije. Token administratora dohvaća stare komentare, mijenja ih i briše te vidi spominjanja; servisni token aplikacije samo dohvaća stare komentare. Bez njega toga nema, sve ostalo radi.</translation>
    </message>
    <message>
        <source>Community number</source>
        <translation>Broj zajednice</translation>
    </message>
    <message>
        <source>VK&apos;s host</source>
        <translation>VK-ov poslužitelj</translation>
    </message>
    <message>
        <source>VK&apos;s answer about what is new cannot be understood.</source>
        <translation>VK-ov odgovor o novostima nije razumljiv.</translation>
    </message>
    <message>
        <source>About this account</source>
        <translation>O ovom računu</translation>
    </message>
    <message>
        <source>These are Parley&apos;s own lines about the account.</source>
        <translation>Ovo su Parleyjevi vlastiti redci o računu.</translation>
    </message>
    <message>
        <source>VK no longer had the events since %1. Messages are complete; comments written meanwhile may be missing, and only a user&apos;s or application&apos;s token could fetch them.</source>
        <translation>VK više nema događaje od %1. Poruke su potpune; komentari napisani u međuvremenu možda nedostaju, a dohvatiti ih može samo token korisnika ili aplikacije.</translation>
    </message>
    <message>
        <source>Nobody can be written to in this conversation.</source>
        <translation>U ovom razgovoru nema kome pisati.</translation>
    </message>
    <message>
        <source>VK lets only a person&apos;s token do this here, and this account has none. Nothing was changed. Add a user token to the account, or do it in VK itself.</source>
        <translation>VK to ovdje dopušta samo tokenu osobe, a ovaj ga račun nema. Ništa nije promijenjeno. Dodajte računu token korisnika ili to učinite na samom VK-u.</translation>
    </message>
    <message>
        <source>Closed profile, or not allowed to write: this person takes no messages from the community. Nothing was sent; answer under the post instead.</source>
        <translation>Zatvoren profil ili pisanje nije dopušteno: ova osoba ne prima poruke zajednice. Ništa nije poslano; odgovorite ispod objave.</translation>
    </message>
    <message>
        <source>The message to change was never sent.</source>
        <translation>Poruka koju treba izmijeniti nikad nije poslana.</translation>
    </message>
    <message>
        <source>The text is longer than VK takes (%1 characters). The message stays as it was.</source>
        <translation>Tekst je dulji nego što VK prihvaća (%1 znakova). Poruka ostaje kakva je bila.</translation>
    </message>
    <message>
        <source>The message to delete was never sent.</source>
        <translation>Poruka koju treba izbrisati nikad nije poslana.</translation>
    </message>
    <message>
        <source>VK cannot tell whether this comment arrived: look under the post before it is sent again.</source>
        <translation>VK ne može reći je li ovaj komentar stigao: pogledajte ispod objave prije ponovnog slanja.</translation>
    </message>
    <message>
        <source>VK knows no community no. %1. Check the number in the account&apos;s settings.</source>
        <translation>VK ne poznaje zajednicu br. %1. Provjerite broj u postavkama računa.</translation>
    </message>
    <message>
        <source>This community was deleted or blocked by VK. What you have of it stays here.</source>
        <translation>Ovu zajednicu je VK izbrisao ili blokirao. Ono što od nje imate ostaje ovdje.</translation>
    </message>
    <message>
        <source>This is not a community&apos;s token: make one under Manage → API usage.</source>
        <translation>Ovo nije token zajednice: napravite ga pod Upravljanje → Rad s API-jem.</translation>
    </message>
    <message>
        <source>May not read and answer messages: give the token the right “messages”.</source>
        <translation>Ne može čitati poruke ni odgovarati na njih: dajte tokenu pravo „messages”.</translation>
    </message>
    <message>
        <source>May not see comments as they come: give the token the right “manage”.</source>
        <translation>Ne vidi komentare kako pristižu: dajte tokenu pravo „manage”.</translation>
    </message>
    <message>
        <source>May not answer comments: give the token the right “wall”.</source>
        <translation>Ne može odgovarati na komentare: dajte tokenu pravo „wall”.</translation>
    </message>
    <message>
        <source>May not send pictures: give the token the right “photos”.</source>
        <translation>Ne može slati slike: dajte tokenu pravo „photos”.</translation>
    </message>
    <message>
        <source>May not send files: give the token the right “docs”.</source>
        <translation>Ne može slati datoteke: dajte tokenu pravo „docs”.</translation>
    </message>
    <message>
        <source>The kinds of events could not be switched on: tick them all under Manage → API usage → Long Poll API → Event types.</source>
        <translation>Vrste događaja nisu se mogle uključiti: označite ih sve pod Upravljanje → Rad s API-jem → Long Poll API → Vrste događaja.</translation>
    </message>
    <message>
        <source>Comments from before this moment cannot be read, and comments cannot be changed or deleted: that takes a user&apos;s token.</source>
        <translation>Komentari od prije ovog trenutka ne mogu se čitati, a komentari se ne mogu mijenjati ni brisati: za to treba token korisnika.</translation>
    </message>
    <message>
        <source>With an application&apos;s token comments are read back, but not changed or deleted, and mentions are not seen: that takes a user&apos;s token.</source>
        <translation>S tokenom aplikacije stari se komentari dohvaćaju, ali se ne mijenjaju ni brišu, a spominjanja se ne vide: za to treba token korisnika.</translation>
    </message>
    <message>
        <source>VK named an address that is not safe (%1), so it was not used.</source>
        <translation>VK je naveo nesigurnu adresu (%1), pa nije upotrijebljena.</translation>
    </message>
    <message>
        <source>A message that was deleted in VK is there again.</source>
        <translation>Poruka izbrisana u VK-u ponovno je tu.</translation>
    </message>
    <message>
        <source>A message that was deleted in VK is there again: “%1”</source>
        <translation>Poruka izbrisana u VK-u ponovno je tu: „%1“</translation>
    </message>
    <message>
        <source>VK finds that the same was done too often (flood control), and did not do this. Wait some minutes, then try again.</source>
        <translation>VK smatra da se isto radi prečesto (zaštita od zatrpavanja) i nije to izvršio. Pričekajte nekoliko minuta pa pokušajte ponovno.</translation>
    </message>
</context>
<context>
    <name>parley::storage</name>
    <message>
        <source>There is no such account.</source>
        <translation>Takav račun ne postoji.</translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation>Račun treba ime.</translation>
    </message>
    <message>
        <source>There is already an account named “%1”. Choose another name.</source>
        <translation>Račun „%1” već postoji. Odaberite drugo ime.</translation>
    </message>
    <message>
        <source>The attachment is gone.</source>
        <translation>Priloga više nema.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otvoreno</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>čeka korisnika</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>odgođeno</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>riješeno</translation>
    </message>
    <message>
        <source>low</source>
        <translation>nizak</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normalan</translation>
    </message>
    <message>
        <source>high</source>
        <translation>visok</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>hitan</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Nikome nije dodijeljeno</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Dodijeljeno meni</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Dodijeljeno: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Oznake: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Prioritet: %1</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Odgovor nije potreban</translation>
    </message>
    <message>
        <source>Edited: %1</source>
        <translation>Uređeno: %1</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Poruka izbrisana</translation>
    </message>
    <message>
        <source>It has been sent already.</source>
        <translation>Već je poslano.</translation>
    </message>
    <message>
        <source>It does not wait to be sent any more.</source>
        <translation>To više ne čeka slanje.</translation>
    </message>
    <message>
        <source>Not sent: the conversation has moved on since this was written. Read what is new, then send it anyway, edit it or discard it.</source>
        <translation>Nije poslano: razgovor je otada nastavljen. Pročitajte novo pa ipak pošaljite, uredite ili odbacite.</translation>
    </message>
    <message>
        <source>It is being sent at this moment and cannot be taken back.</source>
        <translation>Upravo se šalje i ne može se povući.</translation>
    </message>
    <message>
        <source>Only a reply or note that waits can be edited.</source>
        <translation>Urediti se može samo odgovor ili bilješka koji čekaju.</translation>
    </message>
    <message>
        <source>There is nothing to send: the reply is empty.</source>
        <translation>Nema se što poslati: odgovor je prazan.</translation>
    </message>
    <message>
        <source>There is nothing to save: the note is empty.</source>
        <translation>Nema se što spremiti: bilješka je prazna.</translation>
    </message>
    <message>
        <source>There is no ticket #%1.</source>
        <translation>Upit #%1 ne postoji.</translation>
    </message>
    <message>
        <source>The kept ticket counts are wrong.</source>
        <translation>Spremljeni brojači upita nisu točni.</translation>
    </message>
    <message>
        <source>Only messages of your own in this ticket can be changed.</source>
        <translation>Mijenjati se mogu samo vlastite poruke u ovom upitu.</translation>
    </message>
    <message>
        <source>This message has not been sent yet: change it in the outbox.</source>
        <translation>Ova poruka još nije poslana: promijenite je u izlaznoj pošti.</translation>
    </message>
    <message>
        <source>This conversation cannot be answered.</source>
        <translation>Na ovaj se razgovor ne može odgovoriti.</translation>
    </message>
    <message>
        <source>A message cannot be made empty: delete it instead.</source>
        <translation>Poruka ne može biti prazna: radije je izbrišite.</translation>
    </message>
    <message>
        <source>There is no row %1 in the outbox.</source>
        <translation>U izlaznoj pošti nema retka %1.</translation>
    </message>
    <message>
        <source>The attachment has not been downloaded.</source>
        <translation>Prilog nije preuzet.</translation>
    </message>
    <message>
        <source>The secrets file “%1” cannot be written (%2). Nothing was changed.</source>
        <translation>Datoteka tajni „%1” ne može se zapisati (%2). Ništa nije promijenjeno.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a secrets file.</source>
        <translation>„%1” je mapa, a ne datoteka tajni.</translation>
    </message>
    <message>
        <source>Others on this machine may read the secrets file “%1”. It is not used until you run: chmod 600 %1</source>
        <translation>Drugi na ovom računalu mogu čitati datoteku tajni „%1”. Ne koristi se dok ne pokrenete: chmod 600 %1</translation>
    </message>
    <message>
        <source>The secrets file “%1” cannot be read (%2).</source>
        <translation>Datoteka tajni „%1” ne može se pročitati (%2).</translation>
    </message>
    <message>
        <source>“%1” is not a secrets file of Parley (a JSON object is expected). Nothing was changed.</source>
        <translation>„%1” nije Parleyjeva datoteka tajni (očekuje se JSON objekt). Ništa nije promijenjeno.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>njezina se mapa ne može stvoriti</translation>
    </message>
    <message>
        <source>it is locked, or its folder is read-only</source>
        <translation>zaključana je ili je mapa samo za čitanje</translation>
    </message>
    <message>
        <source>The system’s key store refused access. Unlock it and try again; nothing was changed.</source>
        <translation>Sustavsko spremište ključeva odbilo je pristup. Otključajte ga i pokušajte ponovno; ništa nije promijenjeno.</translation>
    </message>
    <message>
        <source>This system has no key store that Parley can use. Start a key store (GNOME Keyring, KWallet), or choose a file of your own with --secrets file:PATH.</source>
        <translation>Sustav nema spremište ključeva koje bi Parley mogao koristiti. Pokrenite ga (GNOME Keyring, KWallet) ili odaberite vlastitu datoteku s --secrets file:PUTANJA.</translation>
    </message>
    <message>
        <source>The system’s key store failed (%1). Try again, or choose a file of your own with --secrets file:PATH.</source>
        <translation>Sustavsko spremište ključeva je zakazalo (%1). Pokušajte ponovno ili odaberite vlastitu datoteku s --secrets file:PUTANJA.</translation>
    </message>
    <message>
        <source>“%1” is not a key store. Use --secrets keychain or --secrets file:PATH.</source>
        <translation>„%1” nije spremište ključeva. Koristite --secrets keychain ili --secrets file:PUTANJA.</translation>
    </message>
    <message>
        <source>Somebody changed it on the server meanwhile. Send again to set it once more, or discard.</source>
        <translation>Netko je to u međuvremenu promijenio na poslužitelju. Pošaljite ponovno da se opet postavi ili odbacite.</translation>
    </message>
    <message>
        <source>The disk is full. What is in the cache is kept; free some space and Parley goes on by itself.</source>
        <translation>Disk je pun. Sve u predmemoriji je sačuvano; oslobodite prostor i Parley sam nastavlja.</translation>
    </message>
    <message>
        <source>The cache cannot be written: its file or folder is read-only. Nothing was changed; make it writable and start Parley again.</source>
        <translation>U predmemoriju se ne može pisati: datoteka ili mapa samo je za čitanje. Ništa nije promijenjeno; omogućite pisanje i ponovno pokrenite Parley.</translation>
    </message>
    <message>
        <source>The cache cannot be read: its key does not fit, or the beginning of the file is damaged.</source>
        <translation>Predmemorija se ne može čitati: ključ ne odgovara ili je početak datoteke oštećen.</translation>
    </message>
    <message>
        <source>The cache file cannot be opened. Check that its folder exists and that you may write there.</source>
        <translation>Datoteka predmemorije ne može se otvoriti. Provjerite postoji li mapa i smijete li u nju pisati.</translation>
    </message>
    <message>
        <source>The disk failed while the cache was read or written. What was saved before is kept; Parley tries again by itself.</source>
        <translation>Disk je zakazao pri radu s predmemorijom. Prije spremljeno je sačuvano; Parley sam pokušava ponovno.</translation>
    </message>
    <message>
        <source>There was not enough memory for this. Nothing was changed.</source>
        <translation>Za to nije bilo dovoljno memorije. Ništa nije promijenjeno.</translation>
    </message>
    <message>
        <source>The cache could not be read or written. Nothing was changed.</source>
        <translation>Predmemorija se nije mogla čitati ili pisati. Ništa nije promijenjeno.</translation>
    </message>
    <message>
        <source>Parley cannot write in “%1”. Choose another folder with --data-dir, or make this one writable.</source>
        <translation>Parley ne može pisati u „%1”. Odaberite drugu mapu s --data-dir ili u ovu omogućite pisanje.</translation>
    </message>
    <message>
        <source>This cache was made by a newer Parley (format %1, this one knows up to %2). Nothing was changed; please update Parley.</source>
        <translation>Ovu je predmemoriju stvorio noviji Parley (format %1, ovaj poznaje do %2). Ništa nije promijenjeno; ažurirajte Parley.</translation>
    </message>
    <message>
        <source>“%1” is not a Parley cache. Nothing was changed; choose another folder with --data-dir, or move the file away.</source>
        <translation>„%1” nije Parleyjeva predmemorija. Ništa nije promijenjeno; odaberite drugu mapu s --data-dir ili premjestite datoteku.</translation>
    </message>
    <message>
        <source>The key does not fit the cache “%1”, or the beginning of the file is damaged. Nothing was changed. Check that the key store is the one the cache was made with.</source>
        <translation>Ključ ne odgovara predmemoriji „%1” ili je početak datoteke oštećen. Ništa nije promijenjeno. Provjerite je li to spremište ključeva s kojim je stvorena.</translation>
    </message>
    <message>
        <source>The cache is in use by another Parley. Close the other one, or choose another folder with --data-dir.</source>
        <translation>Predmemoriju koristi drugi Parley. Zatvorite ga ili odaberite drugu mapu s --data-dir.</translation>
    </message>
    <message>
        <source>The cache is damaged. Nothing was changed; “parley doctor” can repair it and keeps what can be read.</source>
        <translation>Predmemorija je oštećena. Ništa nije promijenjeno; „parley doctor” može je popraviti i čuva što se može pročitati.</translation>
    </message>
    <message>
        <source>The cache was made by an older Parley and has not been brought up to date yet. Start Parley once, then try again.</source>
        <translation>Predmemoriju je stvorio stariji Parley i još nije ažurirana. Jednom pokrenite Parley pa pokušajte ponovno.</translation>
    </message>
    <message>
        <source>The key of the cache is missing or not 32 bytes long. Nothing was opened.</source>
        <translation>Ključ predmemorije nedostaje ili nije dug 32 bajta. Ništa nije otvoreno.</translation>
    </message>
    <message>
        <source>There is no cache at “%1” yet.</source>
        <translation>Na „%1” još nema predmemorije.</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Označeno kao pročitano</translation>
    </message>
    <message>
        <source>There is no contact %1.</source>
        <translation>Nema kontakta %1.</translation>
    </message>
    <message>
        <source>That is one contact already.</source>
        <translation>To je već jedan te isti kontakt.</translation>
    </message>
    <message>
        <source>Contact %1 was not merged with anybody.</source>
        <translation>Kontakt %1 nije spojen ni s kim.</translation>
    </message>
    <message>
        <source>Answered privately</source>
        <translation>Odgovoreno privatno</translation>
    </message>
    <message>
        <source>The customer has only the beginning of this; the rest was discarded.</source>
        <translation>Kupac je dobio samo početak; ostatak je odbačen.</translation>
    </message>
    <message>
        <source>The customer cannot be told that it was read: this account has no read marks.</source>
        <translation>Kupcu se ne može javiti da je pročitano: ovaj račun nema oznake pročitanosti.</translation>
    </message>
    <message>
        <source>Comments cannot be answered privately with this account.</source>
        <translation>S ovim se računom na komentare ne može odgovoriti privatno.</translation>
    </message>
    <message>
        <source>Comments cannot be deleted from here with this account.</source>
        <translation>S ovim se računom komentari odavde ne mogu brisati.</translation>
    </message>
    <message>
        <source>Sent messages cannot be deleted with this account.</source>
        <translation>S ovim se računom poslane poruke ne mogu brisati.</translation>
    </message>
    <message>
        <source>Comments cannot be edited from here with this account.</source>
        <translation>S ovim se računom komentari odavde ne mogu uređivati.</translation>
    </message>
    <message>
        <source>Sent messages cannot be edited with this account.</source>
        <translation>S ovim se računom poslane poruke ne mogu uređivati.</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Označeno kao nepročitano</translation>
    </message>
    <message>
        <source>Given to no team</source>
        <translation>Bez tima</translation>
    </message>
    <message>
        <source>Given to the team %1</source>
        <translation>Dodijeljeno timu %1</translation>
    </message>
    <message>
        <source>Customer muted</source>
        <translation>Korisnik utišan</translation>
    </message>
    <message>
        <source>Customer no longer muted</source>
        <translation>Korisnik više nije utišan</translation>
    </message>
    <message>
        <source>Macro: %1</source>
        <translation>Makro: %1</translation>
    </message>
    <message>
        <source>This account has no teams.</source>
        <translation>Ovaj račun nema timova.</translation>
    </message>
    <message>
        <source>Customers cannot be muted with this account.</source>
        <translation>S ovim računom nije moguće utišati korisnika.</translation>
    </message>
    <message>
        <source>This account has no server that runs macros.</source>
        <translation>Ovaj račun nema poslužitelj koji izvršava makroe.</translation>
    </message>
</context>
<context>
    <name>parley::sync::AccountSync</name>
    <message>
        <source>Connecting…</source>
        <translation>Povezuje se…</translation>
    </message>
    <message>
        <source>Fetching older messages: %1 so far</source>
        <translation>Preuzimaju se starije poruke: dosad %1</translation>
    </message>
    <message>
        <source>Fetching older messages: %1 of %2</source>
        <translation>Preuzimaju se starije poruke: %1 od %2</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Na mreži</translation>
    </message>
    <message>
        <source>Complete to %1</source>
        <translation>Potpuno do %1</translation>
    </message>
    <message>
        <source>Offline since %1, next try %2</source>
        <translation>Izvan mreže od %1, sljedeći pokušaj %2</translation>
    </message>
    <message>
        <source>Offline since %1, as you asked. Replies are kept and sent when you are online again.</source>
        <translation>Izvan mreže od %1, kako ste tražili. Odgovori se čuvaju i šalju kad opet budete na mreži.</translation>
    </message>
    <message>
        <source>Parley is not running</source>
        <translation>Parley nije pokrenut</translation>
    </message>
    <message>
        <source>Parley is not running; complete to %1</source>
        <translation>Parley nije pokrenut; potpuno do %1</translation>
    </message>
    <message>
        <source>%1 does not answer. Replies are kept and sent by themselves; next try %2</source>
        <translation>%1 ne odgovara. Odgovori se čuvaju i sami šalju; sljedeći pokušaj %2</translation>
    </message>
    <message>
        <source>%1 asks us to wait. Replies are kept and sent by themselves; next try %2</source>
        <translation>%1 moli da pričekamo. Odgovori se čuvaju i sami šalju; sljedeći pokušaj %2</translation>
    </message>
    <message>
        <source>%1 answers with something we cannot use.</source>
        <translation>%1 odgovara nečim neupotrebljivim.</translation>
    </message>
    <message>
        <source>%1 Nothing is lost; next try %2</source>
        <translation>%1 Ništa nije izgubljeno; sljedeći pokušaj %2</translation>
    </message>
    <message>
        <source>Token refused: %1 Replies are kept until there is a new one.</source>
        <translation>Token odbijen: %1 Odgovori se čuvaju dok ne bude novog.</translation>
    </message>
    <message>
        <source>the platform does not accept it.</source>
        <translation>platforma ga ne prihvaća.</translation>
    </message>
    <message>
        <source>There is no token for this account in the key store. Enter it again; replies are kept until then.</source>
        <translation>U spremištu ključeva nema tokena za ovaj račun. Unesite ga ponovno; odgovori se dotad čuvaju.</translation>
    </message>
    <message>
        <source>The key store could not be read: %1 Replies are kept; we try again.</source>
        <translation>Spremište ključeva nije se moglo pročitati: %1 Odgovori se čuvaju; pokušavamo ponovno.</translation>
    </message>
    <message>
        <source>it gave no reason.</source>
        <translation>razlog nije naveden.</translation>
    </message>
    <message>
        <source>This Parley does not know the platform “%1”. What is in the cache can be read.</source>
        <translation>Ovaj Parley ne poznaje platformu „%1”. Ono u predmemoriji može se čitati.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Isključeno</translation>
    </message>
    <message>
        <source>Not sent yet: there is no connection. It goes out by itself.</source>
        <translation>Još nije poslano: nema veze. Poslat će se samo.</translation>
    </message>
    <message>
        <source>Not sent yet: %1 asks us to wait. It goes out by itself.</source>
        <translation>Još nije poslano: %1 moli da pričekamo. Poslat će se samo.</translation>
    </message>
    <message>
        <source>Not sent yet: %1 refuses the account’s token. It goes out once there is a new one.</source>
        <translation>Još nije poslano: %1 odbija token računa. Poslat će se čim bude novog.</translation>
    </message>
    <message>
        <source>Not sent yet: a file could not be read or written. We try again.</source>
        <translation>Još nije poslano: datoteka se nije mogla čitati ili pisati. Pokušavamo ponovno.</translation>
    </message>
    <message>
        <source>Not sent yet: %1 does not answer as it should. It goes out by itself.</source>
        <translation>Još nije poslano: %1 ne odgovara kako treba. Poslat će se samo.</translation>
    </message>
    <message>
        <source>The connection broke while this was being sent, and %1 cannot tell whether it arrived. It was not sent again: look there, then send it anyway or discard it.</source>
        <translation>Veza se prekinula tijekom slanja, a %1 ne može reći je li stiglo. Nije ponovno poslano: pogledajte ondje pa ipak pošaljite ili odbacite.</translation>
    </message>
    <message>
        <source>%1 does not allow this to the account. The text is kept.</source>
        <translation>%1 to ne dopušta računu. Tekst je sačuvan.</translation>
    </message>
    <message>
        <source>%1 no longer knows this conversation or message. The text is kept.</source>
        <translation>%1 više ne poznaje ovaj razgovor ili poruku. Tekst je sačuvan.</translation>
    </message>
    <message>
        <source>It is too late to write to this customer on %1. The text is kept.</source>
        <translation>Prekasno je za pisanje ovom korisniku putem %1. Tekst je sačuvan.</translation>
    </message>
    <message>
        <source>%1 refused it. The text is kept.</source>
        <translation>%1 to odbija. Tekst je sačuvan.</translation>
    </message>
    <message>
        <source>%1 answered with an error every time. The text is kept; you can send it again.</source>
        <translation>%1 je svaki put odgovorio pogreškom. Tekst je sačuvan; možete ga ponovno poslati.</translation>
    </message>
    <message>
        <source>%1 did not hand over the file. You can ask for it again.</source>
        <translation>%1 nije predao datoteku. Možete je ponovno zatražiti.</translation>
    </message>
    <message>
        <source>%1 does not answer since %2; next try %3</source>
        <translation>%1 ne odgovara od %2; sljedeći pokušaj u %3</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait</source>
        <translation>
            <numerusform>%n odgovor čeka</numerusform>
            <numerusform>%n odgovora čekaju</numerusform>
            <numerusform>%n odgovora čeka</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wants to see that a person is at work.</source>
        <translation>%1 želi provjeriti da radi čovjek.</translation>
    </message>
    <message>
        <source>%1 Open the page, do what it asks, then synchronise; replies are kept.</source>
        <translation>%1 Otvorite stranicu, učinite što traži i pokrenite sinkronizaciju; odgovori su sačuvani.</translation>
    </message>
    <message>
        <source>Fetching the conversations: %1 of %2</source>
        <translation>Dohvaćamo razgovore: %1 od %2</translation>
    </message>
    <message>
        <source>Older messages: %1 of %2 conversations are read</source>
        <translation>Starije poruke: pročitano razgovora: %1 od %2</translation>
    </message>
    <message>
        <source>The platform renewed the sign-in, and the key store did not take it: %1 It is tried again; if Parley ends before that, you may have to sign in again.</source>
        <translation>Platforma je obnovila prijavu, a spremište ključeva ju nije primilo: %1 Pokušat će se ponovno; ako se Parley prije toga zatvori, možda ćete se morati ponovno prijaviti.</translation>
    </message>
</context>
<context>
    <name>parley::sync::Engine</name>
    <message>
        <source>There is no such account any more.</source>
        <translation>Takvog računa više nema.</translation>
    </message>
    <message>
        <source>This account is being changed at this moment. Try again when that is done.</source>
        <translation>Ovaj se račun upravo mijenja. Pokušajte ponovno kad to završi.</translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation>Račun treba ime.</translation>
    </message>
    <message>
        <source>There already is an account “%1”. Choose another name.</source>
        <translation>Račun „%1” već postoji. Odaberite drugo ime.</translation>
    </message>
    <message>
        <source>Parley does not know the platform “%1”.</source>
        <translation>Parley ne poznaje platformu „%1”.</translation>
    </message>
    <message>
        <source>An account can only be checked online. Start without --offline.</source>
        <translation>Račun se može provjeriti samo na mreži. Pokrenite bez --offline.</translation>
    </message>
    <message>
        <source>%1 could not be set up.</source>
        <translation>Nije se moglo postaviti: %1.</translation>
    </message>
    <message>
        <source>The account is removed, but its token is still in the key store: %1</source>
        <translation>Račun je uklonjen, ali njegov je token još u spremištu ključeva: %1</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>Račun „%1” ne postoji.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Nedostaje: %1.</translation>
    </message>
    <message>
        <source>%1 has no secret “%2”.</source>
        <translation>%1 nema tajnu „%2”.</translation>
    </message>
    <message>
        <source>%1 has no sign-in in the browser.</source>
        <translation>%1 nema prijavu u pregledniku.</translation>
    </message>
    <message>
        <source>Signing in needs the network. Start without --offline.</source>
        <translation>Za prijavu treba mreža. Pokrenite bez --offline.</translation>
    </message>
</context>
<context>
    <name>parley::ui::AccountForm</name>
    <message>
        <source>Name</source>
        <translation>Naziv</translation>
    </message>
    <message>
        <source>What your team calls it, for example “Shop”</source>
        <translation>Kako ga tim zove, na primjer „Trgovina”</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Adresa poslužitelja</translation>
    </message>
    <message>
        <source>https://… ; empty: the platform&apos;s own</source>
        <translation>https://… ; prazno: poslužitelj platforme</translation>
    </message>
    <message>
        <source>Please fill in “%1”.</source>
        <translation>Ispunite polje „%1”.</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (nije obavezno)</translation>
    </message>
</context>
<context>
    <name>parley::ui::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Računi</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Račun</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stanje</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Dokle je stigao</translation>
    </message>
    <message>
        <source>No account yet. Connect a mailbox or a bot, and its customers appear in the inbox.</source>
        <translation>Još nema računa. Povežite sandučić ili bota i njihovi će se korisnici pojaviti među upitima.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Dodaj…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Uskladi sada</translation>
    </message>
    <message>
        <source>Replace the secret…</source>
        <translation>Zamijeni tajnu…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Ukloni…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zatvori</translation>
    </message>
    <message>
        <source>Its conversations, notes, drafts and secret leave this computer. What is on %1 itself stays there.</source>
        <translation>Njegovi razgovori, bilješke, skice i tajna nestaju s ovog računala. Ono što je na samom %1 ostaje ondje.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) in the outbox will not be sent.</source>
        <translation>
            <numerusform>%n radnja iz izlazne pošte neće biti poslana.</numerusform>
            <numerusform>%n radnje iz izlazne pošte neće biti poslane.</numerusform>
            <numerusform>%n radnji iz izlazne pošte neće biti poslano.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Uklanjanje računa</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>Ukloniti „%1”?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Zadrži</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ukloni</translation>
    </message>
</context>
<context>
    <name>parley::ui::AddAccountDialog</name>
    <message>
        <source>Connect an account</source>
        <translation>Povezivanje računa</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platforma</translation>
    </message>
    <message>
        <source>The secret goes into the system&apos;s key store, and to this platform only.</source>
        <translation>Tajna se sprema u sustavsko spremište ključeva i šalje samo ovoj platformi.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Odustani</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Prijava</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Poveži</translation>
    </message>
    <message>
        <source>No platform is built in</source>
        <translation>Nijedna platforma nije ugrađena</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Poveži %1</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Prijava u tijeku…</translation>
    </message>
</context>
<context>
    <name>parley::ui::AttachmentOpener</name>
    <message>
        <source>The attachment is being fetched; it can be opened here when it has come.</source>
        <translation>Prilog se preuzima; kad stigne, može se otvoriti ovdje.</translation>
    </message>
    <message>
        <source>“%1” could run as a program, so it is not opened from here. You can save it.</source>
        <translation>„%1” bi se mogao pokrenuti kao program pa se odavde ne otvara. Možete ga spremiti.</translation>
    </message>
    <message>
        <source>No temporary folder could be made. The attachment is kept; you can save it elsewhere.</source>
        <translation>Privremena mapa nije se mogla stvoriti. Prilog je sačuvan; možete ga spremiti drugamo.</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Spremi prilog</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. The attachment is kept here.</source>
        <translation>„%1” se nije mogao zapisati: %2. Prilog ostaje ovdje.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Spremljeno: %1.</translation>
    </message>
    <message>
        <source>No program here opens “%1”. You can save it.</source>
        <translation>Nijedan program ovdje ne otvara „%1”. Možete ga spremiti.</translation>
    </message>
</context>
<context>
    <name>parley::ui::AttachmentStrip</name>
    <message>
        <source>“%1” has %2, this channel takes at most %3. It was not attached.</source>
        <translation>„%1” ima %2, a ovaj kanal prima najviše %3. Nije priloženo.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. It was not attached.</source>
        <translation>„%1” se ne može pročitati: %2. Nije priloženo.</translation>
    </message>
    <message>
        <source>“%1” is empty. It was not attached.</source>
        <translation>„%1” je prazna. Nije priloženo.</translation>
    </message>
    <message>
        <source>picture</source>
        <extracomment>The file name of a picture pasted from the clipboard</extracomment>
        <translation>slika</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Ukloni „%1”</translation>
    </message>
</context>
<context>
    <name>parley::ui::BrowserSignIn</name>
    <message>
        <source>Cancel the sign-in</source>
        <translation>Odustani od prijave</translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation>Prijava u pregledniku…</translation>
    </message>
    <message>
        <source>Waiting for you to sign in in the browser…</source>
        <translation>Čeka se vaša prijava u pregledniku…</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Ponovno otvori stranicu</translation>
    </message>
    <message>
        <source>You are signed in; the token is filled in.</source>
        <translation>Prijavljeni ste; token je upisan.</translation>
    </message>
</context>
<context>
    <name>parley::ui::CannedCompleter</name>
    <message>
        <source>No response fits. Esc closes.</source>
        <translation>Nijedan odgovor ne odgovara. Esc zatvara popis.</translation>
    </message>
</context>
<context>
    <name>parley::ui::CannedPopup</name>
    <message>
        <source>Canned responses</source>
        <translation>Gotovi odgovori</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter inserts · Esc keeps what is typed</source>
        <translation>↑ ↓ odabir · Enter umeće · Esc ostavlja upisano</translation>
    </message>
    <message>
        <source>%1, %2 of %3: %4</source>
        <translation>%1, %2 od %3: %4</translation>
    </message>
</context>
<context>
    <name>parley::ui::Composer</name>
    <message>
        <source>Attach files</source>
        <translation>Priloži datoteke</translation>
    </message>
    <message>
        <source>This channel takes no attachments.</source>
        <translation>Ovaj kanal ne prima priloge.</translation>
    </message>
    <message>
        <source>Not sent: %1 Your text is kept.</source>
        <translation>Nije poslano: %1 Vaš je tekst sačuvan.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odgovor</translation>
    </message>
    <message>
        <source>Note for the team</source>
        <translation>Bilješka za tim</translation>
    </message>
    <message>
        <source>Only the team sees notes</source>
        <translation>Bilješke vidi samo tim</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Priloži</translation>
    </message>
    <message>
        <source>Attach files; they can also be dropped or pasted into the text</source>
        <translation>Priložite datoteke; mogu se i dovući ili zalijepiti u tekst</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation>Ne citiraj</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duljina</translation>
    </message>
    <message>
        <source>A note that only the team sees…</source>
        <translation>Bilješka koju vidi samo tim…</translation>
    </message>
    <message>
        <source>Note for the team. The customer does not see it</source>
        <translation>Bilješka za tim. Korisnik je ne vidi</translation>
    </message>
    <message>
        <source>This ticket is no longer in the cache.</source>
        <translation>Ovog upita više nema u predmemoriji.</translation>
    </message>
    <message>
        <source>This conversation cannot be answered.</source>
        <translation>Na ovaj se razgovor ne može odgovoriti.</translation>
    </message>
    <message>
        <source>The channel&apos;s time for answers ended on %1. The customer has to write first.</source>
        <translation>Vrijeme za odgovor u ovom kanalu isteklo je %1. Prvo mora pisati korisnik.</translation>
    </message>
    <message>
        <source>Save note for the team</source>
        <translation>Spremi bilješku za tim</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Pošalji</translation>
    </message>
    <message>
        <source>Send · %1</source>
        <translation>Pošalji · %1</translation>
    </message>
    <message>
        <source>Reply publicly · %1</source>
        <translation>Odgovori javno · %1</translation>
    </message>
    <message>
        <source>Reply privately · %1</source>
        <translation>Odgovori privatno · %1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Odgovor</translation>
    </message>
    <message>
        <source>Reply · %1</source>
        <translation>Odgovor · %1</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation>Poruka za %1…</translation>
    </message>
    <message>
        <source>Reply to %1 through %2</source>
        <translation>Odgovor za %1 putem %2</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <extracomment>The key that sends, behind the button&apos;s words</extracomment>
        <translation>Ctrl ↵</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Ctrl+Shift+Enter sends and opens the next ticket, Esc goes back to the list</source>
        <translation>Ctrl+Enter šalje, Ctrl+Shift+Enter šalje i otvara sljedeći upit, Esc vraća na popis</translation>
    </message>
    <message>
        <source>In reply to: %1</source>
        <translation>Kao odgovor na: %1</translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation>Skica nije spremljena: %1</translation>
    </message>
    <message>
        <source>No network. Will be sent when the network is back.</source>
        <translation>Nema mreže. Poslat će se kad se mreža vrati.</translation>
    </message>
    <message>
        <source>Only the customer and your team read it (Ctrl+Shift+P changes between the two)</source>
        <translation>Čitaju samo korisnik i vaš tim (Ctrl+Shift+P mijenja odredište)</translation>
    </message>
    <message>
        <source>Shows where the text will be cut (Ctrl+Shift+M)</source>
        <translation>Pokazuje gdje će se tekst podijeliti (Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>This customer cannot be written to privately. Answer under the post instead.</source>
        <translation>Ovom korisniku ne može se pisati privatno. Odgovorite ispod objave.</translation>
    </message>
    <message>
        <source>Everybody will read this answer…</source>
        <translation>Ovaj odgovor čitat će svi…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>how a long text is sent</comment>
        <translation>
            <numerusform>%n poruka</numerusform>
            <numerusform>%n poruke</numerusform>
            <numerusform>%n poruka</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes as %n message(s). Shows where the text will be cut</source>
        <translation>
            <numerusform>Šalje se kao %n poruka. Pokazuje gdje će se tekst podijeliti</numerusform>
            <numerusform>Šalje se kao %n poruke. Pokazuje gdje će se tekst podijeliti</numerusform>
            <numerusform>Šalje se kao %n poruka. Pokazuje gdje će se tekst podijeliti</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer under the post</source>
        <translation>Odgovori ispod objave</translation>
    </message>
    <message>
        <source>Under the post</source>
        <translation>Ispod objave</translation>
    </message>
    <message>
        <source>Answer privately</source>
        <translation>Odgovori privatno</translation>
    </message>
    <message>
        <source>Privately</source>
        <translation>Privatno</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bilješka</translation>
    </message>
    <message>
        <source>Answer under the post. Everybody can read it</source>
        <translation>Odgovori ispod objave. Svi to mogu pročitati</translation>
    </message>
    <message>
        <source>Everybody can read it</source>
        <translation>Svi to mogu pročitati</translation>
    </message>
    <message>
        <source>Answer privately. Only the customer and your team read it</source>
        <translation>Odgovori privatno. Čitaju samo korisnik i vaš tim</translation>
    </message>
    <message>
        <source>Public: everybody can read this answer.</source>
        <translation>Javno: ovaj odgovor mogu pročitati svi.</translation>
    </message>
    <message>
        <source>Private: only %1 and your team read this answer.</source>
        <translation>Privatno: ovaj odgovor čitaju samo %1 i vaš tim.</translation>
    </message>
    <message>
        <source>The team has no canned responses yet. They are written on the helpdesk server, in its settings, and come here by themselves.</source>
        <translation>Tim još nema gotovih odgovora. Pišu se na poslužitelju za podršku, u njegovim postavkama, i ovamo stižu sami.</translation>
    </message>
    <message>
        <source>%1 has no canned responses. They come from a helpdesk server such as Chatwoot, for what its customers write.</source>
        <translation>%1 nema gotovih odgovora. Dolaze s poslužitelja za podršku kao što je Chatwoot, za upite njegovih kupaca.</translation>
    </message>
    <message>
        <source>Not sent: “%1” is still to be filled in. Tab goes to the next one.</source>
        <translation>Nije poslano: još treba popuniti „%1“. Tab vodi na sljedeću prazninu.</translation>
    </message>
    <message>
        <source>Fill in: %1</source>
        <translation>Popunite: %1</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Odgovori</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Gotovi odgovori</translation>
    </message>
    <message>
        <source>Canned responses of the team: type / at the beginning of a word, or press Ctrl+Space</source>
        <translation>Gotovi odgovori tima: upišite / na početku riječi ili pritisnite Ctrl+Space</translation>
    </message>
</context>
<context>
    <name>parley::ui::ContextCard</name>
    <message>
        <source>What this conversation is about</source>
        <translation>O čemu je ovaj razgovor</translation>
    </message>
    <message>
        <source>About this conversation</source>
        <translation>O ovom razgovoru</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Otvori u pregledniku</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Pokaži cijelo</translation>
    </message>
    <message>
        <source>Fold it to three lines</source>
        <translation>Sažmi na tri retka</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Više</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Manje</translation>
    </message>
</context>
<context>
    <name>parley::ui::ConversationHeader</name>
    <message>
        <source>since %1</source>
        <translation>od %1</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>čeka %1</translation>
    </message>
    <message>
        <source>sleeps until %1</source>
        <translation>odgođeno do %1</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Natrag na popis</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Natrag na popis (Esc)</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Dodijeli</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Odgodi</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Otvori ponovno</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Riješi</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>tim %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::ConversationPane</name>
    <message>
        <source>The quoted message is not in the cache.</source>
        <translation>Citirane poruke nema u predmemoriji.</translation>
    </message>
    <message>
        <source>This link is not opened: it is neither a web page nor an e-mail address.</source>
        <translation>Ova se poveznica ne otvara: nije ni web-stranica ni adresa e-pošte.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Otvoriti ovu poveznicu?</translation>
    </message>
    <message>
        <source>It really leads to:</source>
        <translation>Zapravo vodi na:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otvori</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Kopiraj adresu</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Ipak pošalji</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovno</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Uredi…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odbaci</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>Otvori „%1”</translation>
    </message>
    <message>
        <source>Save “%1” …</source>
        <translation>Spremi „%1”…</translation>
    </message>
    <message>
        <source>Show raw</source>
        <translation>Izvorni podaci</translation>
    </message>
    <message>
        <source>Show as plain text</source>
        <translation>Prikaži kao običan tekst</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Kopiraj tekst</translation>
    </message>
    <message>
        <source>Copy selected</source>
        <translation>Kopiraj odabrano</translation>
    </message>
    <message>
        <source>Quote in the reply</source>
        <translation>Citiraj u odgovoru</translation>
    </message>
    <message>
        <source>Whole message</source>
        <translation>Cijela poruka</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Tekst poruke</translation>
    </message>
    <message>
        <source>No ticket is open.
J: the next in the list, Ctrl+K: go to anything</source>
        <translation>Nijedan upit nije otvoren.
J: sljedeći na popisu, Ctrl+K: idi bilo kamo</translation>
    </message>
    <message>
        <source>Who is typing</source>
        <translation>Tko piše</translation>
    </message>
    <message>
        <source>%1 types …</source>
        <translation>%1 piše…</translation>
    </message>
    <message numerus="yes">
        <source>↓ %n new message(s)</source>
        <translation>
            <numerusform>↓ %n nova poruka</numerusform>
            <numerusform>↓ %n nove poruke</numerusform>
            <numerusform>↓ %n novih poruka</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go to %n new message(s)</source>
        <translation>
            <numerusform>Idi na %n novu poruku</numerusform>
            <numerusform>Idi na %n nove poruke</numerusform>
            <numerusform>Idi na %n novih poruka</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer under the post instead</source>
        <translation>Odgovori ispod objave umjesto toga</translation>
    </message>
    <message>
        <source>Change what was sent …</source>
        <translation>Promijeni poslano …</translation>
    </message>
    <message>
        <source>Delete for everybody …</source>
        <translation>Obriši za sve …</translation>
    </message>
    <message>
        <source>This message cannot be changed.</source>
        <translation>Ova se poruka ne može promijeniti.</translation>
    </message>
    <message>
        <source>This message cannot be deleted.</source>
        <translation>Ova se poruka ne može obrisati.</translation>
    </message>
    <message>
        <source>The change is on its way.</source>
        <translation>Promjena je na putu.</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Obrisati ovu poruku?</translation>
    </message>
    <message>
        <source>It goes from under the post, for everybody.</source>
        <translation>Nestaje ispod objave, za sve.</translation>
    </message>
    <message>
        <source>It goes from the customer&apos;s chat as well as from ours.</source>
        <translation>Nestaje i kod korisnika i kod nas.</translation>
    </message>
    <message>
        <source>Parley keeps its text here, struck through.</source>
        <translation>Parley ovdje čuva njezin tekst, precrtan.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Obriši</translation>
    </message>
    <message>
        <source>The message is being deleted.</source>
        <translation>Poruka se briše.</translation>
    </message>
    <message>
        <source>The text was carried over. Its files stay with the message that was refused.</source>
        <translation>Tekst je prenesen. Datoteke ostaju uz odbijenu poruku.</translation>
    </message>
    <message>
        <source>No program could be started for %1.</source>
        <translation>Nije pokrenut nijedan program za %1.</translation>
    </message>
</context>
<context>
    <name>parley::ui::CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Korisnik</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Upit</translation>
    </message>
    <message>
        <source>About them</source>
        <translation>O korisniku</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Ranije</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zadužen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Oznake</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Oznake odvojene zarezom</translation>
    </message>
    <message>
        <source>refund, carrier</source>
        <translation>povrat, dostava</translation>
    </message>
    <message>
        <source>low</source>
        <translation>nizak</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normalan</translation>
    </message>
    <message>
        <source>high</source>
        <translation>visok</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>hitan</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nitko</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Drugdje</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otvoreno</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>čeka korisnika</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>odgođeno</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>riješeno</translation>
    </message>
    <message>
        <source>About this customer, for the team only</source>
        <translation>O ovom korisniku, samo za tim</translation>
    </message>
    <message>
        <source>What the team should know</source>
        <translation>Što tim treba znati</translation>
    </message>
    <message>
        <source>visitor, session %1</source>
        <translation>posjetitelj, sesija %1</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Ocjena</translation>
    </message>
    <message>
        <source>Known about them</source>
        <translation>Što je poznato</translation>
    </message>
    <message>
        <source>Muted: what they write does not come in</source>
        <translation>Utišan: ono što piše ne stiže</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i još %n</numerusform>
            <numerusform>i još %n</numerusform>
            <numerusform>i još %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 od %2</translation>
    </message>
    <message>
        <source>Rating: %1</source>
        <translation>Ocjena: %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::EditDialog</name>
    <message>
        <source>Edit what is not sent</source>
        <translation>Uredi neposlano</translation>
    </message>
    <message>
        <source>Change what was sent</source>
        <translation>Promijeni poslano</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>Tekst odgovora</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Pošalji</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Promijeni</translation>
    </message>
    <message>
        <source>%1 characters; one message takes %2.</source>
        <translation>%1 znakova; u jednu poruku stane %2.</translation>
    </message>
    <message>
        <source>“%1” looks like personal data. Everybody will read it.</source>
        <translation>„%1“ izgleda kao osobni podatak. Svi će ga pročitati.</translation>
    </message>
</context>
<context>
    <name>parley::ui::FactLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopiraj</translation>
    </message>
</context>
<context>
    <name>parley::ui::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Pronađi u ovom razgovoru</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Pronađena mjesta</translation>
    </message>
    <message>
        <source>Older place</source>
        <translation>Starije mjesto</translation>
    </message>
    <message>
        <source>Older place (Enter)</source>
        <translation>Starije mjesto (Enter)</translation>
    </message>
    <message>
        <source>Newer place</source>
        <translation>Novije mjesto</translation>
    </message>
    <message>
        <source>Newer place (Shift+Enter)</source>
        <translation>Novije mjesto (Shift+Enter)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Zatvori pretragu</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Zatvori pretragu (Esc)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nije pronađeno</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 od %2</translation>
    </message>
</context>
<context>
    <name>parley::ui::GuardStrip</name>
    <message>
        <source>“%1” looks like a card number. Everybody will read it.</source>
        <translation>„%1“ izgleda kao broj kartice. Svi će ga pročitati.</translation>
    </message>
    <message>
        <source>“%1” looks like a phone number. Everybody will read it.</source>
        <translation>„%1“ izgleda kao telefonski broj. Svi će ga pročitati.</translation>
    </message>
    <message>
        <source>“%1” looks like a passport number. Everybody will read it.</source>
        <translation>„%1“ izgleda kao broj putovnice. Svi će ga pročitati.</translation>
    </message>
    <message>
        <source>“%1” looks like an e-mail address. Everybody will read it.</source>
        <translation>„%1“ izgleda kao adresa e-pošte. Svi će je pročitati.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) like this are marked.</source>
        <translation>
            <numerusform>Označeno je %n takvo mjesto.</numerusform>
            <numerusform>Označena su %n takva mjesta.</numerusform>
            <numerusform>Označeno je %n takvih mjesta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer privately</source>
        <translation>Odgovori privatno</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Ipak pošalji</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Uredi</translation>
    </message>
    <message>
        <source>Back to the text (Esc)</source>
        <translation>Natrag na tekst (Esc)</translation>
    </message>
</context>
<context>
    <name>parley::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tipke</translation>
    </message>
    <message>
        <source>Letters are places on the keyboard: they work on any layout, while no text field has the keys. “G U” is G, then U.</source>
        <translation>Slova su mjesta na tipkovnici: rade u svakom rasporedu dok nijedno polje za tekst nije aktivno. „G U” je G pa U.</translation>
    </message>
</context>
<context>
    <name>parley::ui::LiveMarks</name>
    <message>
        <source>A colleague</source>
        <translation>Kolega</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are answering</source>
        <translation>
            <numerusform>%1 i još %n kolega odgovaraju</numerusform>
            <numerusform>%1 i još %n kolege odgovaraju</numerusform>
            <numerusform>%1 i još %n kolega odgovaraju</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is answering</source>
        <translation>%1 odgovara</translation>
    </message>
    <message>
        <source>%1 · not known since %2</source>
        <translation>%1 · od %2 nije poznato</translation>
    </message>
    <message>
        <source>%1 was answering, not known since %2</source>
        <translation>%1 odgovara, od %2 nije poznato</translation>
    </message>
</context>
<context>
    <name>parley::ui::Macro</name>
    <message>
        <source>Sends to the customer in private: “%1”</source>
        <translation>Šalje kupcu privatno: „%1”</translation>
    </message>
    <message>
        <source>Sends to the customer: “%1”</source>
        <translation>Šalje kupcu: „%1”</translation>
    </message>
    <message>
        <source>Note for the team: “%1”</source>
        <translation>Bilješka za tim: „%1”</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Odgođeno do %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Bez dodjele</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Dodijeljeno: %1</translation>
    </message>
    <message>
        <source>Without a team</source>
        <translation>Bez tima</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <translation>Tim: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Oznake: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Prioritet: %1</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Odgovor nije potreban</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Označeno pročitanim</translation>
    </message>
    <message>
        <source>Marked as not seen</source>
        <translation>Označeno neviđenim</translation>
    </message>
    <message>
        <source>The customer can no longer write; the ticket is resolved</source>
        <translation>Kupac više ne može pisati; upit je riješen</translation>
    </message>
    <message>
        <source>The customer can write again</source>
        <translation>Kupac opet može pisati</translation>
    </message>
    <message>
        <source>Runs the macro “%1”</source>
        <translation>Pokreće makronaredbu „%1”</translation>
    </message>
    <message>
        <source>Changes a message</source>
        <translation>Mijenja poruku</translation>
    </message>
    <message>
        <source>Deletes a message</source>
        <translation>Briše poruku</translation>
    </message>
    <message numerus="yes">
        <source>The server runs “%1” for %n ticket(s).</source>
        <translation>
            <numerusform>Poslužitelj izvodi „%1” za %n upit.</numerusform>
            <numerusform>Poslužitelj izvodi „%1” za %n upita.</numerusform>
            <numerusform>Poslužitelj izvodi „%1” za %n upita.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” was done to %n ticket(s).</source>
        <translation>
            <numerusform>„%1” izvršeno za %n upit.</numerusform>
            <numerusform>„%1” izvršeno za %n upita.</numerusform>
            <numerusform>„%1” izvršeno za %n upita.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::MacroDialog</name>
    <message>
        <source>Run a macro</source>
        <translation>Pokreni makronaredbu</translation>
    </message>
    <message>
        <source>Which macro?</source>
        <translation>Koja makronaredba?</translation>
    </message>
    <message>
        <source>Find a macro</source>
        <translation>Pronađi makronaredbu</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Makronaredbe</translation>
    </message>
    <message>
        <source>What the macro does</source>
        <translation>Što makronaredba radi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Odustani</translation>
    </message>
    <message>
        <source>only mine</source>
        <translation>samo moja</translation>
    </message>
    <message numerus="yes">
        <source>What it does to %n ticket(s)</source>
        <translation>
            <numerusform>Što radi s %n upitom</numerusform>
            <numerusform>Što radi s %n upita</numerusform>
            <numerusform>Što radi s %n upita</numerusform>
        </translation>
    </message>
    <message>
        <source>No macro fits.</source>
        <translation>Nijedna makronaredba ne odgovara.</translation>
    </message>
    <message>
        <source>is so already</source>
        <translation>već jest tako</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n ticket(s)</source>
        <translation>
            <numerusform>%1 od %n upita</numerusform>
            <numerusform>%1 od %n upita</numerusform>
            <numerusform>%1 od %n upita</numerusform>
        </translation>
    </message>
    <message>
        <source>This macro runs on the server and cannot be undone here.</source>
        <translation>Makronaredba se izvodi na poslužitelju i ovdje se ne može poništiti.</translation>
    </message>
    <message>
        <source>A message goes to the customer. Ctrl+Z takes it back as long as it has not left.</source>
        <translation>Kupcu odlazi poruka. Ctrl+Z je vraća dok nije otišla.</translation>
    </message>
    <message>
        <source>Everything is so already: there is nothing to do.</source>
        <translation>Sve je već tako: nema se što učiniti.</translation>
    </message>
    <message>
        <source>Run on the server</source>
        <translation>Pokreni na poslužitelju</translation>
    </message>
    <message>
        <source>Send and apply</source>
        <translation>Pošalji i primijeni</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Primijeni</translation>
    </message>
</context>
<context>
    <name>parley::ui::MainWindow</name>
    <message>
        <source>Panes</source>
        <translation>Okna</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Korisnik</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Izlazna pošta</translation>
    </message>
    <message>
        <source>%1 is connected. Its messages are being fetched.</source>
        <translation>%1: povezano. Poruke se preuzimaju.</translation>
    </message>
    <message>
        <source>#%1 is in the clipboard.</source>
        <translation>#%1 je u međuspremniku.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nitko</translation>
    </message>
    <message>
        <source>Another time …</source>
        <translation>Drugo vrijeme…</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Odgodi</translation>
    </message>
    <message>
        <source>For how long, or until when? For instance 45m, 2h, 3d, 2w, 18:00</source>
        <translation>Koliko dugo ili do kada? Na primjer 45m, 2h, 3d, 2w, 18:00</translation>
    </message>
    <message>
        <source>“%1” is not understood. Nothing was changed; try 45m, 2h, 3d, 2w or 18:00.</source>
        <translation>„%1” nije prepoznato. Ništa nije promijenjeno; pokušajte 45m, 2h, 3d, 2w ili 18:00.</translation>
    </message>
    <message>
        <source>Fetching what is new.</source>
        <translation>Preuzima se novo.</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Izaći?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) or change(s) are not sent yet. They are kept and go out at the next start.</source>
        <translation>
            <numerusform>%n poruka ili promjena još nije poslana. Sačuvana je i šalje se pri sljedećem pokretanju.</numerusform>
            <numerusform>%n poruke ili promjene još nisu poslane. Sačuvane su i šalju se pri sljedećem pokretanju.</numerusform>
            <numerusform>%n poruka ili promjena još nije poslano. Sačuvane su i šalju se pri sljedećem pokretanju.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Poništi: %1</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Upit</translation>
    </message>
    <message>
        <source>Open ticket #%1</source>
        <translation>Otvori upit #%1</translation>
    </message>
    <message>
        <source>There is no ticket #%1 here.</source>
        <translation>Upita #%1 ovdje nema.</translation>
    </message>
    <message>
        <source>Search tickets for “%1”</source>
        <translation>Traži „%1” u upitima</translation>
    </message>
    <message>
        <source>For the whole team: there is one mark for all.</source>
        <translation>Za cijeli tim: oznaka je jedna za sve.</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Spremljeni pogled</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Me (%1)</source>
        <translation>Ja (%1)</translation>
    </message>
    <message>
        <source>my team</source>
        <translation>moj tim</translation>
    </message>
    <message>
        <source>team</source>
        <translation>tim</translation>
    </message>
    <message>
        <source>Assign to “%1”</source>
        <translation>Dodijeli: „%1”</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n ticket(s)</source>
        <translation>
            <numerusform>Dodijeli %n upit</numerusform>
            <numerusform>Dodijeli %n upita</numerusform>
            <numerusform>Dodijeli %n upita</numerusform>
        </translation>
    </message>
    <message>
        <source>To whom? Any name will do</source>
        <translation>Kome? Može bilo koje ime</translation>
    </message>
    <message>
        <source>To whom? A name or a team</source>
        <translation>Kome? Ime ili tim</translation>
    </message>
    <message>
        <source>Nobody of that name works here. Esc closes.</source>
        <translation>Ovdje nema nikoga s tim imenom. Esc zatvara.</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Bez tima</translation>
    </message>
    <message numerus="yes">
        <source>Give %n ticket(s) to a team</source>
        <translation>
            <numerusform>Predaj %n upit timu</numerusform>
            <numerusform>Predaj %n upita timu</numerusform>
            <numerusform>Predaj %n upita timu</numerusform>
        </translation>
    </message>
    <message>
        <source>Which team?</source>
        <translation>Kojem timu?</translation>
    </message>
    <message>
        <source>There is no team of that name. Esc closes.</source>
        <translation>Nema tima s tim imenom. Esc zatvara.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 od %2</translation>
    </message>
    <message>
        <source>New tag “%1”</source>
        <translation>Nova oznaka „%1”</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s)</source>
        <translation>
            <numerusform>Oznake %n upita</numerusform>
            <numerusform>Oznake %n upita</numerusform>
            <numerusform>Oznake %n upita</numerusform>
        </translation>
    </message>
    <message>
        <source>Which tag? A new one will do</source>
        <translation>Koja oznaka? Može i nova</translation>
    </message>
    <message>
        <source>No tag was given yet. Type one.</source>
        <translation>Još nema oznaka. Upišite prvu.</translation>
    </message>
    <message>
        <source>Enter puts on or takes off · Ctrl+Enter goes on choosing</source>
        <translation>Enter stavlja ili skida · Ctrl+Enter i birate dalje</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Utišaj</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n customer(s) from writing?</source>
        <translation>
            <numerusform>Spriječiti %n kupca da piše?</numerusform>
            <numerusform>Spriječiti %n kupca da pišu?</numerusform>
            <numerusform>Spriječiti %n kupaca da pišu?</numerusform>
        </translation>
    </message>
    <message>
        <source>The server blocks the contact and resolves the ticket. What they write meanwhile does not arrive; it can be undone here at any time.</source>
        <translation>Poslužitelj blokira kontakt i rješava upit. Što kupac u međuvremenu napiše, ne stiže; ovdje se to može poništiti u svakom trenutku.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Odustani</translation>
    </message>
</context>
<context>
    <name>parley::ui::Message</name>
    <message>
        <source>Hide quoted text</source>
        <translation>Sakrij citat</translation>
    </message>
    <message>
        <source>… quoted text</source>
        <translation>… citat</translation>
    </message>
    <message>
        <source>Show the whole message (%1)</source>
        <translation>Prikaži cijelu poruku (%1)</translation>
    </message>
    <message>
        <source>Show raw</source>
        <translation>Izvorni podaci</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Prilog</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Spremi kao…</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Preuzmi</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Ipak pošalji</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovno</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Uredi</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odbaci</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>izbrisano</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>uređeno</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>neuspjelo</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>na čekanju</translation>
    </message>
    <message>
        <source>queued offline</source>
        <translation>na čekanju, nema mreže</translation>
    </message>
    <message>
        <source>sending …</source>
        <translation>šalje se…</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>poslano</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>isporučeno</translation>
    </message>
    <message>
        <source>read</source>
        <translation>pročitano</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zadržano</translation>
    </message>
    <message>
        <source>Your note · only the team sees this</source>
        <translation>Vaša bilješka · vidi samo tim</translation>
    </message>
    <message>
        <source>Note by %1 · only the team sees this</source>
        <translation>Bilješka: %1 · vidi samo tim</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vi</translation>
    </message>
    <message>
        <source>%1 · automatic</source>
        <translation>%1 · automatski</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Korisnik</translation>
    </message>
    <message>
        <source>Not sent. The text is kept here.</source>
        <translation>Nije poslano. Tekst je sačuvan ovdje.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nije poslano: %1</translation>
    </message>
    <message>
        <source>Held, not sent: the conversation moved on after your last look.</source>
        <translation>Zadržano, nije poslano: razgovor je nastavljen nakon vašeg zadnjeg pogleda.</translation>
    </message>
    <message>
        <source>Held, not sent: %1</source>
        <translation>Zadržano, nije poslano: %1</translation>
    </message>
    <message>
        <source>Parley cannot show this kind of message yet. It is kept as it came.</source>
        <translation>Parley još ne može prikazati takvu poruku. Sačuvana je kakva je stigla.</translation>
    </message>
    <message>
        <source>Parley cannot show this fully; it is kept as it came: %1</source>
        <translation>Parley ovo ne može prikazati u cijelosti; sačuvano je kako je stiglo: %1</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>na putu</translation>
    </message>
    <message>
        <source>large: fetched when you ask</source>
        <translation>veliko: preuzima se na zahtjev</translation>
    </message>
    <message>
        <source>could not be fetched</source>
        <translation>nije se moglo preuzeti</translation>
    </message>
    <message>
        <source>deleted by its author</source>
        <translation>izbrisao autor</translation>
    </message>
    <message>
        <source>Attachment: %1.</source>
        <translation>Prilog: %1.</translation>
    </message>
    <message>
        <source>Answer under the post instead</source>
        <translation>Odgovori ispod objave umjesto toga</translation>
    </message>
    <message>
        <source>Public · everybody can read this</source>
        <translation>Javno · svi to mogu pročitati</translation>
    </message>
    <message>
        <source>Private · only the customer and your team</source>
        <translation>Privatno · samo korisnik i vaš tim</translation>
    </message>
</context>
<context>
    <name>parley::ui::MessageView</name>
    <message>
        <source>Conversation</source>
        <translation>Razgovor</translation>
    </message>
    <message>
        <source>Ticket #%1 · %2</source>
        <translation>Upit #%1 · %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
    <message>
        <source>Continued in private</source>
        <translation>Nastavljeno privatno</translation>
    </message>
    <message>
        <source>Under the post</source>
        <translation>Ispod objave</translation>
    </message>
</context>
<context>
    <name>parley::ui::OutboxModel</name>
    <message>
        <source>will be tried again</source>
        <translation>pokušat će se ponovno</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>čeka slanje</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>šalje se</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>poslano</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zadržano</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>neuspjelo</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Odgovor</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bilješka</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zadužen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Oznake</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritet</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Odgovor nije potreban</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Uredi</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Brisanje</translation>
    </message>
    <message>
        <source>The thread has moved on since you wrote this.</source>
        <translation>Razgovor je nastavljen otkad ste ovo napisali.</translation>
    </message>
    <message>
        <source>It may have arrived: the answer to the sending was lost, and the platform cannot tell.</source>
        <translation>Možda je stiglo: odgovor na slanje se izgubio, a platforma ne može reći.</translation>
    </message>
    <message>
        <source>The platform refuses the account&apos;s sign-in.</source>
        <translation>Platforma odbija prijavu računa.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stanje</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Korisnik</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Što</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Pokušaji</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sljedeći</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Što se dogodilo</translation>
    </message>
    <message>
        <source>Seen mark</source>
        <translation>Oznaka viđenog</translation>
    </message>
    <message>
        <source>Unseen mark</source>
        <translation>Oznaka neviđenog</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tim</translation>
    </message>
    <message>
        <source>Muting</source>
        <translation>Utišavanje</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>Makro</translation>
    </message>
</context>
<context>
    <name>parley::ui::OutboxView</name>
    <message>
        <source>Outbox</source>
        <translation>Izlazna pošta</translation>
    </message>
    <message>
        <source>What is not sent yet</source>
        <translation>Što još nije poslano</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Vaš tekst</translation>
    </message>
    <message>
        <source>Nothing waits to be sent. Esc goes back to the tickets.</source>
        <translation>Ništa ne čeka slanje. Esc vraća na upite.</translation>
    </message>
    <message>
        <source>New in the thread</source>
        <translation>Novo u razgovoru</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>Otvori upit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Odustani</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Odbaci</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Uredi</translation>
    </message>
    <message>
        <source>A reply can be changed while it is held</source>
        <translation>Odgovor se može promijeniti dok je zadržan</translation>
    </message>
    <message>
        <source>Send this text</source>
        <translation>Pošalji ovaj tekst</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Ipak pošalji</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovno</translation>
    </message>
    <message>
        <source>The text is empty. Discard the row to send nothing.</source>
        <translation>Tekst je prazan. Da se ništa ne pošalje, odbacite redak.</translation>
    </message>
</context>
<context>
    <name>parley::ui::Palette</name>
    <message>
        <source>An action, a view, a customer, #number</source>
        <translation>Radnja, pogled, korisnik, #broj</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Idi bilo kamo</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Što odgovara</translation>
    </message>
    <message>
        <source>Nothing fits. Esc closes.</source>
        <translation>Ništa ne odgovara. Esc zatvara.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>odabrano</translation>
    </message>
    <message>
        <source>chosen for some</source>
        <translation>odabrano za neke</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nije odabrano</translation>
    </message>
</context>
<context>
    <name>parley::ui::PeopleSection</name>
    <message>
        <source>Same person as …</source>
        <translation>Ista osoba kao …</translation>
    </message>
    <message>
        <source>Join this customer with somebody whom you know already</source>
        <translation>Spojite ovog korisnika s nekim koga već poznajete</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Ime ili adresa</translation>
    </message>
    <message>
        <source>Whom is it? Name or address</source>
        <translation>Tko je to? Ime ili adresa</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Pronađene osobe</translation>
    </message>
    <message>
        <source>Nobody is called so.</source>
        <translation>Nitko se tako ne zove.</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>Spoji ih</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Natrag</translation>
    </message>
    <message>
        <source>“%1” becomes “%2”: all addresses, tickets and messages of both will stand under “%2”. Nothing is sent, and the two can be parted again.</source>
        <translation>„%1“ postaje „%2“: sve adrese, upiti i poruke obiju osoba stajat će pod „%2“. Ništa se ne šalje i mogu se opet razdvojiti.</translation>
    </message>
    <message>
        <source>with %1, joined %2</source>
        <translation>s: %1, spojeno %2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Razdvoji</translation>
    </message>
    <message>
        <source>Part from %1: two people after all</source>
        <translation>Razdvoji od „%1“: ipak su dvije osobe</translation>
    </message>
    <message>
        <source>Two people after all: each gets the own addresses and messages back</source>
        <translation>Ipak dvije osobe: svaka dobiva natrag svoje adrese i poruke</translation>
    </message>
</context>
<context>
    <name>parley::ui::RawDialog</name>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>„%1” se nije mogao zapisati: %2.</translation>
    </message>
    <message>
        <source>Raw payloads</source>
        <translation>Izvorni podaci</translation>
    </message>
    <message>
        <source>Payloads that were not understood</source>
        <translation>Podaci koji nisu prepoznati</translation>
    </message>
    <message>
        <source>The payload as it came</source>
        <translation>Podaci kakvi su stigli</translation>
    </message>
    <message>
        <source>Everything that came was understood.</source>
        <translation>Sve što je stiglo je prepoznato.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiraj</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Spremi kao…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zatvori</translation>
    </message>
    <message>
        <source>Only the beginning is shown here. “Save as…” and “Copy” give all of it.</source>
        <translation>Ovdje se vidi samo početak. „Spremi kao…” i „Kopiraj” daju sve.</translation>
    </message>
    <message>
        <source>Save the payload</source>
        <translation>Spremi podatke</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Spremljeno kao „%1”.</translation>
    </message>
</context>
<context>
    <name>parley::ui::SecretDialog</name>
    <message>
        <source>Replace the secret</source>
        <translation>Zamjena tajne</translation>
    </message>
    <message>
        <source>A new secret for “%1”. It takes the old one&apos;s place, and the account signs in with it at once.</source>
        <translation>Nova tajna za „%1”. Zamjenjuje staru i račun se odmah prijavljuje njome.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Odustani</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Sprema se…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Zamijeni</translation>
    </message>
    <message>
        <source>Please fill in “%1”.</source>
        <translation>Ispunite polje „%1”.</translation>
    </message>
    <message>
        <source>Which secret</source>
        <translation>Koja tajna</translation>
    </message>
</context>
<context>
    <name>parley::ui::Sidebar</name>
    <message>
        <source>Views and accounts</source>
        <translation>Pogledi i računi</translation>
    </message>
</context>
<context>
    <name>parley::ui::SidebarModel</name>
    <message>
        <source>Views</source>
        <translation>Pogledi</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Računi</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <translation>
            <numerusform>%1, %n upit</numerusform>
            <numerusform>%1, %n upita</numerusform>
            <numerusform>%1, %n upita</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Spremljeni</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>sljedeći pokušaj %1</translation>
    </message>
    <message>
        <source>%1, saved view of %2</source>
        <translation>%1, spremljeni pogled računa %2</translation>
    </message>
</context>
<context>
    <name>parley::ui::SizeWords</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n bajt</numerusform>
            <numerusform>%n bajta</numerusform>
            <numerusform>%n bajtova</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How much of what is being sent has left: &quot;2.1 of 8.0 MB&quot;</extracomment>
        <translation>%1 od %2</translation>
    </message>
</context>
<context>
    <name>parley::ui::SplitPopup</name>
    <message numerus="yes">
        <source>Goes as %n message(s)</source>
        <translation>
            <numerusform>Šalje se kao %n poruka</numerusform>
            <numerusform>Šalje se kao %n poruke</numerusform>
            <numerusform>Šalje se kao %n poruka</numerusform>
        </translation>
    </message>
    <message>
        <source>Message %1 of %2 · %3 characters</source>
        <translation>Poruka %1 od %2 · %3 znakova</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i još %n</numerusform>
            <numerusform>i još %n</numerusform>
            <numerusform>i još %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Rad izvan mreže</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Radi izvan mreže</translation>
    </message>
    <message>
        <source>Nothing is fetched or sent. Click to connect again</source>
        <translation>Ništa se ne preuzima niti šalje. Kliknite za ponovno povezivanje</translation>
    </message>
    <message>
        <source>Fetch and send nothing until you connect again; everything in the cache stays usable</source>
        <translation>Ništa ne preuzimaj i ne šalji do ponovnog povezivanja; sve iz predmemorije ostaje dostupno</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>Jezik sučelja</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Jezik: %1</translation>
    </message>
    <message>
        <source>Outbox %1</source>
        <translation>Izlazna pošta %1</translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n zadržano</numerusform>
            <numerusform>%n zadržana</numerusform>
            <numerusform>%n zadržano</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n neuspjelo</numerusform>
            <numerusform>%n neuspjela</numerusform>
            <numerusform>%n neuspjelo</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not sent yet; click to see it</source>
        <translation>Što još nije poslano; kliknite za prikaz</translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation>Nijedan račun nije povezan</translation>
    </message>
    <message>
        <source>Click to connect one</source>
        <translation>Kliknite za povezivanje</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>i još %n</numerusform>
            <numerusform>i još %n</numerusform>
            <numerusform>i još %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Otvori stranicu</translation>
    </message>
    <message>
        <source>Open the page that the account asks for: %1</source>
        <translation>Otvori stranicu koju račun traži: %1</translation>
    </message>
    <message>
        <source>The platform wants a person to confirm something there (%1). Ctrl+Shift+O</source>
        <translation>Platforma traži da osoba tamo nešto potvrdi (%1). Ctrl+Shift+O</translation>
    </message>
</context>
<context>
    <name>parley::ui::Ticket</name>
    <message>
        <source>open</source>
        <translation>otvoreno</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>čeka korisnika</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>odgođeno</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>riješeno</translation>
    </message>
    <message>
        <source>low</source>
        <translation>nizak</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normalan</translation>
    </message>
    <message>
        <source>high</source>
        <translation>visok</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>hitan</translation>
    </message>
    <message>
        <source>Needs answer</source>
        <translation>Čekaju odgovor</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Moji</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nedodijeljeni</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>Čekamo korisnika</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Odgođeni</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Svi otvoreni</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Riješeni</translation>
    </message>
    <message>
        <source>Queue is empty.
G M: mine, G A: all open</source>
        <translation>Red je prazan.
G M: moji, G A: svi otvoreni</translation>
    </message>
    <message>
        <source>Nothing is assigned to you.
G U: all unanswered, A takes a ticket</source>
        <translation>Ništa vam nije dodijeljeno.
G U: svi bez odgovora, A preuzima upit</translation>
    </message>
    <message>
        <source>Everything has an owner.
G M: mine, G U: all unanswered</source>
        <translation>Sve ima zaduženu osobu.
G M: moji, G U: svi bez odgovora</translation>
    </message>
    <message>
        <source>No customer owes you an answer.
G U: all unanswered</source>
        <translation>Nijedan korisnik ne duguje odgovor.
G U: svi bez odgovora</translation>
    </message>
    <message>
        <source>Nothing sleeps.
H snoozes a ticket, G U: all unanswered</source>
        <translation>Ništa nije odgođeno.
H odgađa upit, G U: svi bez odgovora</translation>
    </message>
    <message>
        <source>No ticket is open.
G D: resolved ones</source>
        <translation>Nema otvorenih upita.
G D: riješeni</translation>
    </message>
    <message>
        <source>Nothing is resolved yet.
E resolves a ticket, G U: all unanswered</source>
        <translation>Još ništa nije riješeno.
E rješava upit, G U: svi bez odgovora</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Bez imena</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ja</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n neposlano</numerusform>
            <numerusform>%n neposlana</numerusform>
            <numerusform>%n neposlano</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n zadržano</numerusform>
            <numerusform>%n zadržana</numerusform>
            <numerusform>%n zadržano</numerusform>
        </translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>čeka %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>do %1</translation>
    </message>
    <message>
        <source>public</source>
        <translation>javno</translation>
    </message>
    <message>
        <source>types …</source>
        <translation>piše…</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Skica:</translation>
    </message>
    <message>
        <source>(without text)</source>
        <translation>(bez teksta)</translation>
    </message>
    <message>
        <source>You: queued ·</source>
        <translation>Vi: na čekanju ·</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Vi:</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>označeno</translation>
    </message>
    <message>
        <source>needs answer</source>
        <translation>čeka odgovor</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nepregledano</translation>
    </message>
    <message>
        <source>nobody&apos;s</source>
        <translation>ničije</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>dodijeljeno: %1</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Posjetitelj</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Posjetitelj %1</translation>
    </message>
    <message>
        <source>For %1 of this wait %2 did not answer.</source>
        <translation>%1 tog čekanja „%2“ nije odgovarao.</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>posjetitelj</translation>
    </message>
    <message>
        <source>This view on the server also asks for: %1</source>
        <translation>Ovaj pogled na poslužitelju traži još i: %1</translation>
    </message>
    <message>
        <source>online</source>
        <translation>na mreži</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>zauzet(a)</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>izvan mreže</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>utišan</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>tim %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::TicketActions</name>
    <message numerus="yes">
        <source>%n ticket(s) resolved.</source>
        <translation>
            <numerusform>Riješen %n upit.</numerusform>
            <numerusform>Riješena %n upita.</numerusform>
            <numerusform>Riješeno %n upita.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) now wait for the customer.</source>
        <translation>
            <numerusform>%n upit sada čeka korisnika.</numerusform>
            <numerusform>%n upita sada čekaju korisnika.</numerusform>
            <numerusform>%n upita sada čeka korisnika.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) open again.</source>
        <translation>
            <numerusform>Ponovno otvoren %n upit.</numerusform>
            <numerusform>Ponovno otvorena %n upita.</numerusform>
            <numerusform>Ponovno otvoreno %n upita.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) snoozed until %1.</source>
        <translation>
            <numerusform>%n upit odgođen do %1.</numerusform>
            <numerusform>%n upita odgođena do %1.</numerusform>
            <numerusform>%n upita odgođeno do %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) without an owner.</source>
        <translation>
            <numerusform>%n upit bez zadužene osobe.</numerusform>
            <numerusform>%n upita bez zadužene osobe.</numerusform>
            <numerusform>%n upita bez zadužene osobe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) assigned to %1.</source>
        <translation>
            <numerusform>%n upit dodijeljen: %1.</numerusform>
            <numerusform>%n upita dodijeljena: %1.</numerusform>
            <numerusform>%n upita dodijeljeno: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n ticket(s): %1.</source>
        <translation>
            <numerusform>Prioritet za %n upit: %1.</numerusform>
            <numerusform>Prioritet za %n upita: %1.</numerusform>
            <numerusform>Prioritet za %n upita: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s) changed.</source>
        <translation>
            <numerusform>Promijenjene oznake za %n upit.</numerusform>
            <numerusform>Promijenjene oznake za %n upita.</numerusform>
            <numerusform>Promijenjene oznake za %n upita.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) need no answer.</source>
        <translation>
            <numerusform>%n upit ne treba odgovor.</numerusform>
            <numerusform>%n upita ne trebaju odgovor.</numerusform>
            <numerusform>%n upita ne treba odgovor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as not seen.</source>
        <translation>
            <numerusform>%n upit označen kao nepregledan.</numerusform>
            <numerusform>%n upita označena kao nepregledana.</numerusform>
            <numerusform>%n upita označeno kao nepregledano.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back for %n ticket(s).</source>
        <translation>
            <numerusform>Poništeno za %n upit.</numerusform>
            <numerusform>Poništeno za %n upita.</numerusform>
            <numerusform>Poništeno za %n upita.</numerusform>
        </translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Za sat vremena</translation>
    </message>
    <message>
        <source>In three hours</source>
        <translation>Za tri sata</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Sutra</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Sljedeći tjedan</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Sljedeći mjesec</translation>
    </message>
    <message>
        <source>Colleagues with other tools see it, too.</source>
        <translation>Vide to i kolege s drugim alatima.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) now see that their messages were read.</source>
        <translation>
            <numerusform>%n korisnik sada vidi da su mu poruke pročitane.</numerusform>
            <numerusform>%n korisnika sada vide da su im poruke pročitane.</numerusform>
            <numerusform>%n korisnika sada vidi da su im poruke pročitane.</numerusform>
        </translation>
    </message>
    <message>
        <source>A message has left already and cannot be taken back.</source>
        <translation>Poruka je već otišla i ne može se vratiti.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) without a team.</source>
        <translation>
            <numerusform>%n upit je bez tima.</numerusform>
            <numerusform>%n upita su bez tima.</numerusform>
            <numerusform>%n upita je bez tima.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) given to the team %1.</source>
        <translation>
            <numerusform>%n upit predan je timu %1.</numerusform>
            <numerusform>%n upita predana su timu %1.</numerusform>
            <numerusform>%n upita predano je timu %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as read for the whole team.</source>
        <translation>
            <numerusform>%n upit označen je pročitanim za cijeli tim.</numerusform>
            <numerusform>%n upita označena su pročitanima za cijeli tim.</numerusform>
            <numerusform>%n upita označeno je pročitanima za cijeli tim.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as not seen, for the whole team.</source>
        <translation>
            <numerusform>%n upit označen je neviđenim za cijeli tim.</numerusform>
            <numerusform>%n upita označena su neviđenima za cijeli tim.</numerusform>
            <numerusform>%n upita označeno je neviđenima za cijeli tim.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) can no longer write; their tickets are resolved.</source>
        <translation>
            <numerusform>%n kupac više ne može pisati; njegov je upit riješen.</numerusform>
            <numerusform>%n kupca više ne mogu pisati; njihovi su upiti riješeni.</numerusform>
            <numerusform>%n kupaca više ne može pisati; njihovi su upiti riješeni.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) can write again.</source>
        <translation>
            <numerusform>%n kupac opet može pisati.</numerusform>
            <numerusform>%n kupca opet mogu pisati.</numerusform>
            <numerusform>%n kupaca opet može pisati.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TicketListPane</name>
    <message>
        <source>Search: is:unanswered from:telegram refund</source>
        <translation>Traži: is:unanswered from:telegram povrat</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Traženje upita</translation>
    </message>
    <message>
        <source>Empty list</source>
        <translation>Prazan popis</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Povezivanje računa</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Pronađeno</translation>
    </message>
    <message numerus="yes">
        <source>%n marked · Esc clears</source>
        <translation>
            <numerusform>Označen %n · Esc poništava</numerusform>
            <numerusform>Označena %n · Esc poništava</numerusform>
            <numerusform>Označeno %n · Esc poništava</numerusform>
        </translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>traži se…</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n upit</numerusform>
            <numerusform>%n upita</numerusform>
            <numerusform>%n upita</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n and more</source>
        <translation>
            <numerusform>%n i više</numerusform>
            <numerusform>%n i više</numerusform>
            <numerusform>%n i više</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found.
Esc goes back to “%1”.</source>
        <translation>Ništa nije pronađeno.
Esc vraća na „%1”.</translation>
    </message>
    <message>
        <source>No mailbox or bot is connected yet.</source>
        <translation>Još nije povezan nijedan sandučić ni bot.</translation>
    </message>
    <message>
        <source>Words, and is: from: assignee: team: tag: lang: before: has: (/)</source>
        <translation>Riječi te is: from: assignee: team: tag: lang: before: has: (/)</translation>
    </message>
</context>
<context>
    <name>parley::ui::TicketListView</name>
    <message>
        <source>Tickets</source>
        <translation>Upiti</translation>
    </message>
</context>
<context>
    <name>parley::ui::Times</name>
    <message>
        <source>Yesterday</source>
        <translation>Jučer</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Danas</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>parley::ui::Toast</name>
    <message>
        <source>Message</source>
        <translation>Poruka</translation>
    </message>
</context>
</TS>
