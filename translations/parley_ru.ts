<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AccountWords</name>
    <message>
        <source>offline</source>
        <translation>не в сети</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>подключается…</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>во входе отказано</translation>
    </message>
    <message>
        <source>has trouble</source>
        <translation>неполадки</translation>
    </message>
    <message>
        <source>complete to %1</source>
        <translation>всё получено до %1</translation>
    </message>
    <message>
        <source>filling %1 of %2</source>
        <translation>загружено %1 из %2</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>следующая попытка %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait</source>
        <translation>
            <numerusform>%n ответ ждёт отправки</numerusform>
            <numerusform>%n ответа ждут отправки</numerusform>
            <numerusform>%n ответов ждут отправки</numerusform>
        </translation>
    </message>
    <message>
        <source>older messages: %1 of %2 conversations</source>
        <translation>старые сообщения: %1 из %2 переписок</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Needs answer</source>
        <translation>&amp;Ждут ответа</translation>
    </message>
    <message>
        <source>&amp;Mine</source>
        <translation>&amp;Мои</translation>
    </message>
    <message>
        <source>&amp;Unassigned</source>
        <translation>&amp;Ничьи</translation>
    </message>
    <message>
        <source>&amp;Waiting for customer</source>
        <translation>Ждём &amp;клиента</translation>
    </message>
    <message>
        <source>&amp;Snoozed</source>
        <translation>&amp;Отложенные</translation>
    </message>
    <message>
        <source>&amp;All open</source>
        <translation>&amp;Все открытые</translation>
    </message>
    <message>
        <source>&amp;Resolved</source>
        <translation>&amp;Решённые</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Исходящие</translation>
    </message>
    <message>
        <source>Not &amp;understood</source>
        <translation>Нераспо&amp;знанное</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Следующее обращение</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Предыдущее обращение</translation>
    </message>
    <message>
        <source>Go to the thread</source>
        <translation>Перейти к переписке</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Ответить</translation>
    </message>
    <message>
        <source>&amp;Note for the team</source>
        <translation>&amp;Заметка для команды</translation>
    </message>
    <message>
        <source>&amp;Assign …</source>
        <translation>&amp;Назначить…</translation>
    </message>
    <message>
        <source>Assign to &amp;me</source>
        <translation>Взять &amp;себе</translation>
    </message>
    <message>
        <source>&amp;Snooze …</source>
        <translation>О&amp;тложить…</translation>
    </message>
    <message>
        <source>R&amp;esolve</source>
        <translation>&amp;Решить</translation>
    </message>
    <message>
        <source>Resolve and next</source>
        <translation>Решить и к следующему</translation>
    </message>
    <message>
        <source>Re&amp;open</source>
        <translation>Открыть &amp;снова</translation>
    </message>
    <message>
        <source>Waiting for the &amp;customer</source>
        <translation>Ждём &amp;клиента</translation>
    </message>
    <message>
        <source>No answer nee&amp;ded</source>
        <translation>Ответ не н&amp;ужен</translation>
    </message>
    <message>
        <source>&amp;Tags …</source>
        <translation>&amp;Метки…</translation>
    </message>
    <message>
        <source>&amp;Priority …</source>
        <translation>&amp;Приоритет…</translation>
    </message>
    <message>
        <source>Mark as not seen</source>
        <translation>Пометить непросмотренным</translation>
    </message>
    <message>
        <source>&amp;Undo the last change</source>
        <translation>О&amp;тменить последнее изменение</translation>
    </message>
    <message>
        <source>Copy the ticket&apos;s number</source>
        <translation>Копировать номер обращения</translation>
    </message>
    <message>
        <source>Mark for a common action</source>
        <translation>Отметить для общего действия</translation>
    </message>
    <message>
        <source>Mark and go down</source>
        <translation>Отметить и вниз</translation>
    </message>
    <message>
        <source>Mark and go up</source>
        <translation>Отметить и вверх</translation>
    </message>
    <message>
        <source>Mark all in the list</source>
        <translation>Отметить весь список</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Следующее сообщение</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Предыдущее сообщение</translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>Последнее сообщение</translation>
    </message>
    <message>
        <source>&amp;Quote this message</source>
        <translation>&amp;Цитировать сообщение</translation>
    </message>
    <message>
        <source>A&amp;ttach files …</source>
        <translation>&amp;Прикрепить файлы…</translation>
    </message>
    <message>
        <source>Reply or note</source>
        <translation>Ответ или заметка</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Поиск</translation>
    </message>
    <message>
        <source>&amp;Go to anything …</source>
        <translation>П&amp;ерейти куда угодно…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Клавиши</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Следующая панель</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Предыдущая панель</translation>
    </message>
    <message>
        <source>Show the &amp;views</source>
        <translation>Показывать &amp;разделы</translation>
    </message>
    <message>
        <source>Show the &amp;customer</source>
        <translation>Показывать &amp;клиента</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>К&amp;рупнее</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Мельче</translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation>Об&amp;ычный размер</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Цвета &amp;системы</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>С&amp;ветлая тема</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмная тема</translation>
    </message>
    <message>
        <source>Keys of a single &amp;letter</source>
        <translation>Клавиши из &amp;одной буквы</translation>
    </message>
    <message>
        <source>Connect an &amp;account …</source>
        <translation>Подключить &amp;аккаунт…</translation>
    </message>
    <message>
        <source>A&amp;ccounts …</source>
        <translation>А&amp;ккаунты…</translation>
    </message>
    <message>
        <source>&amp;Fetch now</source>
        <translation>&amp;Получить сейчас</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Разделы</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Обращение</translation>
    </message>
    <message>
        <source>T&amp;hread</source>
        <translation>П&amp;ереписка</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>О&amp;кно</translation>
    </message>
    <message>
        <source>&amp;Parley</source>
        <translation>&amp;Parley</translation>
    </message>
    <message>
        <source>The same person as …</source>
        <translation>Это тот же человек, что и …</translation>
    </message>
    <message>
        <source>About the customer …</source>
        <translation>О клиенте …</translation>
    </message>
    <message>
        <source>Show the customer it was read</source>
        <translation>Показать клиенту, что прочитано</translation>
    </message>
    <message>
        <source>C&amp;hange our message …</source>
        <translation>&amp;Изменить наше сообщение …</translation>
    </message>
    <message>
        <source>&amp;Delete our message …</source>
        <translation>&amp;Удалить наше сообщение …</translation>
    </message>
    <message>
        <source>&amp;Open the post in the browser</source>
        <translation>&amp;Открыть запись в браузере</translation>
    </message>
    <message>
        <source>&amp;Whole post</source>
        <translation>&amp;Запись целиком</translation>
    </message>
    <message>
        <source>Answer &amp;privately or under the post</source>
        <translation>Ответить &amp;лично или под записью</translation>
    </message>
    <message>
        <source>Where a long te&amp;xt is cut</source>
        <translation>Где &amp;разделится длинный текст</translation>
    </message>
    <message>
        <source>Open the &amp;page an account asks for</source>
        <translation>Открыть &amp;страницу, которую требует аккаунт</translation>
    </message>
    <message>
        <source>Find in this &amp;conversation</source>
        <translation>Найти в &amp;переписке</translation>
    </message>
    <message>
        <source>Give to a &amp;team …</source>
        <translation>Передать &amp;команде …</translation>
    </message>
    <message>
        <source>Mute the customer …</source>
        <translation>Заглушить клиента …</translation>
    </message>
    <message>
        <source>Run a mac&amp;ro …</source>
        <translation>Выполнить мак&amp;рос …</translation>
    </message>
    <message>
        <source>Cann&amp;ed response …</source>
        <translation>Готовый &amp;ответ …</translation>
    </message>
    <message>
        <source>Let the customer write again</source>
        <translation>Снова разрешить клиенту писать</translation>
    </message>
    <message>
        <source>Mark as read for the team</source>
        <translation>Отметить прочитанным для команды</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The server cannot be reached. Check the address and the network.</source>
        <translation>До сервера не достучаться. Проверьте адрес и сеть.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Сервер не ответил вовремя.</translation>
    </message>
    <message>
        <source>The platform asks for a pause: too many requests.</source>
        <translation>Платформа просит паузу: слишком много запросов.</translation>
    </message>
    <message>
        <source>The platform refuses the sign-in. Check the token or password.</source>
        <translation>Платформа отказывает во входе. Проверьте токен или пароль.</translation>
    </message>
    <message>
        <source>The platform does not allow this to our account.</source>
        <translation>Платформа не разрешает этого нашему аккаунту.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Этого там больше нет.</translation>
    </message>
    <message>
        <source>The platform did not accept it.</source>
        <translation>Платформа этого не приняла.</translation>
    </message>
    <message>
        <source>It is too late to write to this customer: they have to write first.</source>
        <translation>Писать этому клиенту уже поздно: сначала должен написать он.</translation>
    </message>
    <message>
        <source>The server gave an answer that cannot be understood.</source>
        <translation>Сервер прислал ответ, который не удалось разобрать.</translation>
    </message>
    <message>
        <source>The local cache could not be written.</source>
        <translation>Не удалось записать в локальный кэш.</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>Остановлено до завершения.</translation>
    </message>
</context>
<context>
    <name>LanguageWords</name>
    <message>
        <source>writes English</source>
        <translation>пишет по-английски</translation>
    </message>
    <message>
        <source>writes Russian</source>
        <translation>пишет по-русски</translation>
    </message>
    <message>
        <source>writes Croatian</source>
        <translation>пишет по-хорватски</translation>
    </message>
    <message>
        <source>writes Bosnian</source>
        <translation>пишет по-боснийски</translation>
    </message>
    <message>
        <source>writes Serbian</source>
        <translation>пишет по-сербски</translation>
    </message>
    <message>
        <source>writes Slovene</source>
        <translation>пишет по-словенски</translation>
    </message>
    <message>
        <source>writes Ukrainian</source>
        <translation>пишет по-украински</translation>
    </message>
    <message>
        <source>writes Belarusian</source>
        <translation>пишет по-белорусски</translation>
    </message>
    <message>
        <source>writes Spanish</source>
        <translation>пишет по-испански</translation>
    </message>
    <message>
        <source>writes German</source>
        <translation>пишет по-немецки</translation>
    </message>
    <message>
        <source>writes French</source>
        <translation>пишет по-французски</translation>
    </message>
    <message>
        <source>writes Italian</source>
        <translation>пишет по-итальянски</translation>
    </message>
    <message>
        <source>writes Portuguese</source>
        <translation>пишет по-португальски</translation>
    </message>
    <message>
        <source>writes Polish</source>
        <translation>пишет по-польски</translation>
    </message>
    <message>
        <source>writes Turkish</source>
        <translation>пишет по-турецки</translation>
    </message>
    <message>
        <source>writes Kazakh</source>
        <translation>пишет по-казахски</translation>
    </message>
    <message>
        <source>writes Chinese</source>
        <translation>пишет по-китайски</translation>
    </message>
    <message>
        <source>writes in: %1</source>
        <translation>язык: %1</translation>
    </message>
</context>
<context>
    <name>Macro</name>
    <message>
        <source>The macro “%1” was not run: nothing is known for %2. Write this answer by hand.</source>
        <translation>Макрос «%1» не выполнен: нечем заполнить %2. Напишите этот ответ вручную.</translation>
    </message>
</context>
<context>
    <name>MailWords</name>
    <message>
        <source>A mail that was sent cannot be changed or taken back.</source>
        <translation>Отправленное письмо нельзя изменить или отозвать.</translation>
    </message>
    <message>
        <source>There is no mail address to send this answer to.</source>
        <translation>Нет адреса, на который отправить этот ответ.</translation>
    </message>
    <message>
        <source>image</source>
        <translation>изображение</translation>
    </message>
    <message>
        <source>The mail server %1 cannot be reached (%2). Everything is kept and goes on when it can.</source>
        <translation>Почтовый сервер %1 недоступен (%2). Всё сохранено; продолжим, как только получится.</translation>
    </message>
    <message>
        <source>The mail server %1 does not answer. Everything is kept and goes on when it does.</source>
        <translation>Почтовый сервер %1 не отвечает. Всё сохранено; продолжим, когда он ответит.</translation>
    </message>
    <message>
        <source>The mail server %1 closed the connection. It is tried again.</source>
        <translation>Почтовый сервер %1 закрыл соединение. Пробуем снова.</translation>
    </message>
    <message>
        <source>Check that the file in ca= belongs to this server.</source>
        <translation>Проверьте, что файл из ca= относится к этому серверу.</translation>
    </message>
    <message>
        <source>If it has an authority of its own, name its certificate with ca=FILE.</source>
        <translation>Если у него собственный удостоверяющий центр, укажите его сертификат: ca=ФАЙЛ.</translation>
    </message>
    <message>
        <source>The mail server %1 cannot prove that it is the right one: %2. Nothing was sent to it. %3</source>
        <translation>Почтовый сервер %1 не может подтвердить свою подлинность: %2. Ему ничего не отправлено. %3</translation>
    </message>
    <message>
        <source>The mail server %1 does not offer encryption (STARTTLS), so nothing was sent to it. Try security=tls with its TLS port.</source>
        <translation>Почтовый сервер %1 не предлагает шифрование (STARTTLS), поэтому ему ничего не отправлено. Попробуйте security=tls с его портом TLS.</translation>
    </message>
    <message>
        <source>The mail server %1 refuses the user name or password (%2).</source>
        <translation>Почтовый сервер %1 не принимает имя или пароль (%2).</translation>
    </message>
    <message>
        <source>The mail server %1 gives an answer that makes no sense (%2). It is tried again.</source>
        <translation>Почтовый сервер %1 прислал бессмысленный ответ (%2). Пробуем снова.</translation>
    </message>
    <message>
        <source>The mailbox on %1 is full (%2). Make room there, then retry.</source>
        <translation>Ящик на %1 переполнен (%2). Освободите место и повторите.</translation>
    </message>
    <message>
        <source>The mail server %1 says: %2</source>
        <translation>Почтовый сервер %1 отвечает: %2</translation>
    </message>
    <message>
        <source>The mail server %1 refuses to sign us in: %2</source>
        <translation>Почтовый сервер %1 отказывает во входе: %2</translation>
    </message>
    <message>
        <source>The mail server %1 has no room for it: %2</source>
        <translation>На почтовом сервере %1 нет места: %2</translation>
    </message>
    <message>
        <source>The mailbox of %1 is full: %2</source>
        <translation>Ящик %1 переполнен: %2</translation>
    </message>
    <message>
        <source>The mail server %1 asks to come back later: %2</source>
        <translation>Почтовый сервер %1 просит зайти позже: %2</translation>
    </message>
    <message>
        <source>%1 was refused as a recipient: %2</source>
        <translation>Получатель %1 отклонён: %2</translation>
    </message>
    <message>
        <source>The mail server %1 refused the mail: %2</source>
        <translation>Почтовый сервер %1 отклонил письмо: %2</translation>
    </message>
    <message>
        <source>The mail is too large: it has %1, the mail server takes %2. Send the files in several mails or by a link.</source>
        <translation>Письмо слишком большое: %1, а сервер принимает %2. Отправьте файлы несколькими письмами или ссылкой.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Incoming mail (IMAP)</source>
        <translation>Входящая почта (IMAP)</translation>
    </message>
    <message>
        <source>Outgoing mail (SMTP)</source>
        <translation>Исходящая почта (SMTP)</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Имя пользователя</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Шифрование</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Our address, if it is not the user name</source>
        <translation>Наш адрес, если он не совпадает с именем</translation>
    </message>
    <message>
        <source>Our name, as customers see it</source>
        <translation>Наше имя, как его видят клиенты</translation>
    </message>
    <message>
        <source>Example Shop</source>
        <translation>Наш магазин</translation>
    </message>
    <message>
        <source>Certificate of a private authority</source>
        <translation>Сертификат своего удостоверяющего центра</translation>
    </message>
    <message>
        <source>Marked as answered in another mail program</source>
        <translation>Отмечено отвеченным в другой почтовой программе</translation>
    </message>
    <message>
        <source>The connection broke while this mail was being sent, and the mail server does not tell whether it went out.</source>
        <translation>Связь оборвалась во время отправки письма, и почтовый сервер не говорит, ушло ли оно.</translation>
    </message>
    <message>
        <source>The mail with this attachment is no longer on the server.</source>
        <translation>Письма с этим вложением на сервере больше нет.</translation>
    </message>
    <message>
        <source>The attachment is larger than allowed.</source>
        <translation>Вложение больше допустимого.</translation>
    </message>
    <message>
        <source>“security=%1” is not known. It can be tls, starttls, or none (on this computer only).</source>
        <translation>«security=%1» не распознано. Возможны tls, starttls или none (только на этом компьютере).</translation>
    </message>
    <message>
        <source>“ca=%1” holds no certificate. Name a PEM file with the certificate of your mail server&apos;s authority.</source>
        <translation>В «ca=%1» нет сертификата. Укажите файл PEM с сертификатом удостоверяющего центра вашего сервера.</translation>
    </message>
    <message>
        <source>“ca=%1” does not exist. Name a PEM file with the certificate of your mail server&apos;s authority.</source>
        <translation>Файла «ca=%1» нет. Укажите файл PEM с сертификатом удостоверяющего центра вашего сервера.</translation>
    </message>
    <message>
        <source>“%1” is not a mail address. Set from= to the address that customers write to.</source>
        <translation>«%1» не похоже на адрес. Укажите в from= адрес, на который пишут клиенты.</translation>
    </message>
    <message>
        <source>Set imap= to the server that holds the mail, as in imap=mail.example.com:993.</source>
        <translation>Укажите в imap= сервер с почтой, например imap=mail.example.com:993.</translation>
    </message>
    <message>
        <source>Set smtp= to the server that sends, as in smtp=mail.example.com:465.</source>
        <translation>Укажите в smtp= сервер отправки, например smtp=mail.example.com:465.</translation>
    </message>
    <message>
        <source>security=none would send the password readable through the network. Use tls or starttls.</source>
        <translation>С security=none пароль пошёл бы по сети открытым. Используйте tls или starttls.</translation>
    </message>
    <message>
        <source>Set user= to the name that the mail server knows you by, often the mail address.</source>
        <translation>Укажите в user= имя, под которым вас знает сервер; часто это сам адрес.</translation>
    </message>
    <message>
        <source>“auth=%1” is not known. It can be password or xoauth2.</source>
        <translation>«auth=%1» не распознано. Возможны password или xoauth2.</translation>
    </message>
    <message>
        <source>“%1” is not a setting of a mail account. There are: %2.</source>
        <translation>У почтового аккаунта нет настройки «%1». Есть: %2.</translation>
    </message>
    <message>
        <source>far more than was asked for</source>
        <translation>гораздо больше запрошенного</translation>
    </message>
    <message>
        <source>the recipient</source>
        <translation>получателю</translation>
    </message>
    <message>
        <source>Could not be delivered to %1: %2</source>
        <translation>Не доставлено (%1): %2</translation>
    </message>
    <message>
        <source>Not yet delivered to %1, the server goes on trying: %2</source>
        <translation>Пока не доставлено (%1), сервер продолжает попытки: %2</translation>
    </message>
    <message>
        <source>This mail does not say who sent it, so it cannot be answered.</source>
        <translation>В письме не указан отправитель, поэтому ответить нельзя.</translation>
    </message>
    <message>
        <source>A mail that could not be read. It is kept as it came.</source>
        <translation>Письмо, которое не удалось прочитать. Оно сохранено как пришло.</translation>
    </message>
    <message>
        <source>The mail server %1 refuses the sign-in although it was renewed just now (%2). Check that user= is the mailbox that you signed in to, and that your provider allows IMAP and SMTP for it.</source>
        <translation>Почтовый сервер %1 отклоняет вход, хотя он только что был продлён (%2). Проверьте, что user= — тот ящик, в который вы вошли, и что провайдер разрешает для него IMAP и SMTP.</translation>
    </message>
    <message>
        <source>Password or refresh token</source>
        <translation>Пароль или refresh-токен</translation>
    </message>
    <message>
        <source>The mailbox&apos;s password. Providers with two-step sign-in give you an app password for mail programs; Google and Microsoft want xoauth2, which signs in in the browser.</source>
        <translation>Пароль почтового ящика. Провайдеры с двухэтапным входом выдают для почтовых программ пароль приложения; Google и Microsoft требуют xoauth2 — вход через браузер.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Секрет клиента</translation>
    </message>
    <message>
        <source>Only if the provider gave you one with the client ID, as Google does.</source>
        <translation>Только если провайдер выдал его вместе с ID клиента, как это делает Google.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID клиента</translation>
    </message>
    <message>
        <source>As you registered Parley with the provider</source>
        <translation>Под которым Parley зарегистрирован у провайдера</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Страница входа</translation>
    </message>
    <message>
        <source>https://… ; empty: Google&apos;s or Microsoft&apos;s own</source>
        <translation>https://…; пусто: адрес Google или Microsoft</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Адрес токенов</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Область доступа (scope)</translation>
    </message>
    <message>
        <source>empty: Google&apos;s or Microsoft&apos;s own</source>
        <translation>пусто: как у Google или Microsoft</translation>
    </message>
    <message>
        <source>Signing in in the browser goes with auth=xoauth2 only.</source>
        <translation>Вход в браузере возможен только с auth=xoauth2.</translation>
    </message>
    <message>
        <source>“client_secret” is a secret and not a setting: it belongs into the key store. On the command line it is --further-secret client_secret.</source>
        <translation>«client_secret» — секрет, а не настройка: его место в хранилище ключей. В командной строке это --further-secret client_secret.</translation>
    </message>
    <message>
        <source>“%1” goes with auth=xoauth2 only.</source>
        <translation>«%1» используется только с auth=xoauth2.</translation>
    </message>
    <message>
        <source>%1 no longer renews this sign-in (%2): it was taken back or has run out, the password was changed, or the token is not a refresh token. Sign in again in the browser.</source>
        <translation>%1 больше не продлевает этот вход (%2): он отозван или истёк, пароль был изменён, либо это не refresh-токен. Войдите снова в браузере.</translation>
    </message>
    <message>
        <source>%1 does not accept the program&apos;s registration (%2). Check client_id=, and the client secret if it gave you one.</source>
        <translation>%1 не принимает регистрацию программы (%2). Проверьте client_id= и секрет клиента, если он вам был выдан.</translation>
    </message>
    <message>
        <source>%1 refuses to renew the sign-in (%2). Check client_id=, token_url= and scope=.</source>
        <translation>%1 отказывается продлить вход (%2). Проверьте client_id=, token_url= и scope=.</translation>
    </message>
    <message>
        <source>%1 cannot renew the sign-in at this moment.</source>
        <translation>%1 сейчас не может продлить вход.</translation>
    </message>
    <message>
        <source>%1 gave an answer without a usable token. Check token_url=.</source>
        <translation>Ответ %1 не содержит пригодного токена. Проверьте token_url=.</translation>
    </message>
    <message>
        <source>You are signed in. Close this page and go back to Parley.</source>
        <translation>Вход выполнен. Закройте эту страницу и вернитесь в Parley.</translation>
    </message>
    <message>
        <source>You were not signed in. Close this page and go back to Parley.</source>
        <translation>Вход не выполнен. Закройте эту страницу и вернитесь в Parley.</translation>
    </message>
    <message>
        <source>“%1=%2” is not an address. It should look like https://host/path.</source>
        <translation>«%1=%2» — не адрес. Он должен выглядеть как https://узел/путь.</translation>
    </message>
    <message>
        <source>auth=xoauth2 needs client_id=, the name under which Parley is registered with your mail provider; Parley&apos;s page on mail says how to get one. An account of an earlier Parley, with an access token, has to be removed and connected anew.</source>
        <translation>Для auth=xoauth2 нужен client_id= — имя, под которым Parley зарегистрирован у вашего почтового провайдера; как его получить, сказано на странице Parley о почте. Учётную запись прежней версии Parley, с токеном доступа, нужно удалить и подключить заново.</translation>
    </message>
    <message>
        <source>“scope=” may hold plain Latin characters only.</source>
        <translation>В «scope=» допустимы только простые латинские символы.</translation>
    </message>
    <message>
        <source>Set token_url= to the address where your mail provider renews sign-ins (its OAuth token endpoint).</source>
        <translation>Укажите в token_url= адрес, по которому ваш почтовый провайдер продлевает вход (его OAuth token endpoint).</translation>
    </message>
    <message>
        <source>Set authorization_url= to the page where your mail provider lets you sign in (its OAuth authorization endpoint).</source>
        <translation>Укажите в authorization_url= страницу входа вашего почтового провайдера (его OAuth authorization endpoint).</translation>
    </message>
    <message>
        <source>The browser could not come back to Parley: no port of this computer could be opened.</source>
        <translation>Браузер не смог бы вернуться в Parley: на этом компьютере не удалось открыть порт.</translation>
    </message>
    <message>
        <source>Nobody signed in in the browser in time. Try again when you are ready.</source>
        <translation>Вход в браузере не был выполнен вовремя. Повторите, когда будете готовы.</translation>
    </message>
    <message>
        <source>The sign-in in the browser ended without permission (%1).</source>
        <translation>Вход в браузере закончился без разрешения (%1).</translation>
    </message>
    <message>
        <source>%1 gave no refresh token, so the sign-in would end within the hour. Ask for it with scope= (often offline_access).</source>
        <translation>%1 не выдал refresh-токен, и вход закончился бы в течение часа. Запросите его через scope= (часто offline_access).</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The cache&apos;s key in the key store is damaged. Restore it, or start over with another profile (--profile NAME).</source>
        <translation>Ключ кэша в хранилище ключей повреждён. Восстановите его или начните с другого профиля (--profile ИМЯ).</translation>
    </message>
    <message>
        <source>“%1” cannot be a profile&apos;s name. Use letters, digits, “-” and “_”.</source>
        <translation>«%1» не может быть именем профиля. Используйте буквы, цифры, «-» и «_».</translation>
    </message>
    <message>
        <source>“%1” is no key store. Use keychain, or file:PATH.</source>
        <translation>«%1» — не хранилище ключей. Используйте keychain или file:ПУТЬ.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another with --data-dir, or make it writable.</source>
        <translation>Папку %1 создать нельзя. Выберите другую через --data-dir или дайте право записи.</translation>
    </message>
    <message>
        <source>The folder %1 is read-only. Make it writable, or choose another with --data-dir.</source>
        <translation>Папка %1 только для чтения. Дайте право записи или выберите другую через --data-dir.</translation>
    </message>
    <message>
        <source>Another Parley is setting up this profile. Try again in a moment.</source>
        <translation>Другой Parley сейчас настраивает этот профиль. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>There is a cache at %1, but its key is not in the key store. Use the key store it was made with (--secrets), or start over with another profile (--profile NAME).</source>
        <translation>В %1 есть кэш, но его ключа нет в хранилище. Возьмите то хранилище, с которым он создан (--secrets), или начните с другого профиля (--profile ИМЯ).</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>“%1” is not known. Did you mean %2?</source>
        <translation>«%1» не распознано. Возможно, %2?</translation>
    </message>
    <message>
        <source>“%1” is not known. %2: can be %3.</source>
        <translation>«%1» не распознано. После %2: может стоять %3.</translation>
    </message>
    <message>
        <source>“%1” is not known. A language is two letters, such as lang:ru.</source>
        <translation>«%1» не распознано. Язык — две буквы, например lang:ru.</translation>
    </message>
    <message>
        <source>“%1:” needs a value after the colon.</source>
        <translation>После «%1:» нужно значение.</translation>
    </message>
    <message>
        <source>“%1” is not a day. Try %2, %3 or %4.</source>
        <translation>«%1» — не день. Попробуйте %2, %3 или %4.</translation>
    </message>
    <message>
        <source>“%1” is not a ticket&apos;s number. Try #1041.</source>
        <translation>«%1» — не номер обращения. Попробуйте #1041.</translation>
    </message>
    <message>
        <source>“%1” is not known. To look for these words, put them in quotes.</source>
        <translation>«%1» не распознано. Чтобы искать эти слова, возьмите их в кавычки.</translation>
    </message>
    <message>
        <source>This search has more than %1 words. Shorten it.</source>
        <translation>В запросе больше %1 слов. Сократите его.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>You can read, but nothing is fetched or sent.</source>
        <translation>Читать можно, но ничего не получается и не отправляется.</translation>
    </message>
</context>
<context>
    <name>parley::platforms</name>
    <message>
        <source>The customer has got %1 of the %2 messages that this answer makes; the rest is not sent yet.</source>
        <translation>Клиент получил %1 из %2 сообщений этого ответа, остальные ещё не отправлены.</translation>
    </message>
    <message>
        <source>%1 of the %2 messages that this answer made are deleted; the rest is still there.</source>
        <translation>Из %2 сообщений этого ответа удалено %1; остальные пока на месте.</translation>
    </message>
</context>
<context>
    <name>parley::platforms::chatwoot</name>
    <message>
        <source>%1 does not accept the access token. Give the token that your profile settings in Chatwoot show now.</source>
        <translation>%1 не принимает токен доступа. Введите тот, который сейчас показан в настройках вашего профиля в Chatwoot.</translation>
    </message>
    <message>
        <source>You may not do this on %1: %2</source>
        <translation>На %1 вам это не разрешено: %2</translation>
    </message>
    <message>
        <source>%1 refuses it: %2</source>
        <translation>%1 отказывает: %2</translation>
    </message>
    <message>
        <source>%1 does not have it any more.</source>
        <translation>На %1 этого больше нет.</translation>
    </message>
    <message>
        <source>%1 asks for a second factor, which Parley cannot give. Use the access token instead: it stands at the end of your profile settings in Chatwoot.</source>
        <translation>%1 требует второй фактор, который Parley ввести не может. Возьмите вместо пароля токен доступа: он стоит в конце настроек профиля в Chatwoot.</translation>
    </message>
    <message>
        <source>%1 does not accept this e-mail address and password.</source>
        <translation>%1 не принимает этот адрес и пароль.</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that is fetched.</source>
        <translation>Файл больше %1 — это предел для загрузки.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Браузер</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Посетитель %1</translation>
    </message>
    <message>
        <source>This channel lets us answer only for a while after the customer&apos;s last message.</source>
        <translation>В этом канале ответить можно лишь в течение некоторого времени после последнего сообщения клиента.</translation>
    </message>
    <message>
        <source>The customer&apos;s rating: %1 of 5</source>
        <translation>Оценка клиента: %1 из 5</translation>
    </message>
    <message>
        <source>This answer did not reach the customer.</source>
        <translation>Этот ответ не дошёл до клиента.</translation>
    </message>
    <message>
        <source>This answer did not reach the customer: %1</source>
        <translation>Этот ответ не дошёл до клиента: %1</translation>
    </message>
    <message>
        <source>Chatwoot has no setting “%1”. It has email, account and inboxes.</source>
        <translation>У Chatwoot нет настройки «%1». Есть email, account и inboxes.</translation>
    </message>
    <message>
        <source>Chatwoot needs the address of your team&apos;s server, as in --url https://chat.example.com.</source>
        <translation>Для Chatwoot нужен адрес сервера вашей команды, например --url https://chat.example.com.</translation>
    </message>
    <message>
        <source>--url takes a scheme, a host and a port only, as in https://chat.example.com.</source>
        <translation>--url принимает только схему, узел и порт, например https://chat.example.com.</translation>
    </message>
    <message>
        <source>“account” is a number: the one behind /accounts/ in Chatwoot&apos;s addresses.</source>
        <translation>«account» — это число: то, что стоит после /accounts/ в адресах Chatwoot.</translation>
    </message>
    <message>
        <source>Access token or password</source>
        <translation>Токен доступа или пароль</translation>
    </message>
    <message>
        <source>The access token stands at the end of your profile settings in Chatwoot. Or give your e-mail address below and your password here: Parley exchanges it for the token and does not keep it.</source>
        <translation>Токен доступа стоит в конце настроек профиля в Chatwoot. Либо укажите ниже адрес почты, а здесь пароль: Parley обменяет его на токен и хранить не будет.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Адрес почты</translation>
    </message>
    <message>
        <source>only with a password</source>
        <translation>только для входа с паролем</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Номер аккаунта</translation>
    </message>
    <message>
        <source>only if you have more than one</source>
        <translation>только если их несколько</translation>
    </message>
    <message>
        <source>Inboxes</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>all; or their names or numbers with commas between</source>
        <translation>все; либо названия или номера через запятую</translation>
    </message>
    <message>
        <source>Nobody can be written to in this conversation.</source>
        <translation>В этой переписке писать некому.</translation>
    </message>
    <message>
        <source>Chatwoot cannot change a message that was sent. It can be deleted.</source>
        <translation>В Chatwoot нельзя изменить отправленное сообщение. Его можно удалить.</translation>
    </message>
    <message>
        <source>Nobody there is called “%1”, or more than one is. There are: %2.</source>
        <translation>Сотрудника с именем «%1» там нет или таких несколько. Есть: %2.</translation>
    </message>
    <message>
        <source>%1 answers, but not as a Chatwoot server does. Check the account&apos;s address.</source>
        <translation>%1 отвечает, но не так, как сервер Chatwoot. Проверьте адрес учётной записи.</translation>
    </message>
    <message>
        <source>You have no access to account %1. Yours are: %2.</source>
        <translation>К аккаунту %1 у вас нет доступа. Ваши: %2.</translation>
    </message>
    <message>
        <source>You work in more than one account there. Say which one with the setting “account”: %1.</source>
        <translation>У вас там несколько аккаунтов. Укажите нужный в настройке «account»: %1.</translation>
    </message>
    <message>
        <source>There is no inbox “%1” for you. You have: %2.</source>
        <translation>Канала «%1» у вас нет. Есть: %2.</translation>
    </message>
    <message>
        <source>This server does not say which version it is. Parley treats it as an old one: changes made while Parley was closed take longer to arrive.</source>
        <translation>Сервер не сообщает свою версию. Parley считает его старым: изменения, сделанные при закрытом Parley, появятся не сразу.</translation>
    </message>
    <message>
        <source>This server is Chatwoot %1, older than 3.9, the oldest that Parley is made for. Messages work; some changes may arrive late or not at all.</source>
        <translation>На сервере Chatwoot %1 — старше версии 3.9, самой ранней, на которую рассчитан Parley. Сообщения работают; некоторые изменения могут прийти поздно или не прийти вовсе.</translation>
    </message>
    <message>
        <source>This conversation was deleted on the server. What Parley had of it is kept here.</source>
        <translation>Эту переписку на сервере удалили. То, что было в Parley, сохранено здесь.</translation>
    </message>
    <message>
        <source>You no longer have access to this conversation on the server. What Parley had of it is kept here.</source>
        <translation>У вас больше нет доступа к этой переписке на сервере. То, что было в Parley, сохранено здесь.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О клиенте</translation>
    </message>
    <message>
        <source>status</source>
        <translation>статус</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>приоритет</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>ответственный</translation>
    </message>
    <message>
        <source>team</source>
        <translation>команда</translation>
    </message>
    <message>
        <source>inbox</source>
        <translation>канал</translation>
    </message>
    <message>
        <source>label</source>
        <translation>метка</translation>
    </message>
    <message>
        <source>date of creation</source>
        <translation>дата создания</translation>
    </message>
    <message>
        <source>last activity</source>
        <translation>последняя активность</translation>
    </message>
    <message>
        <source>number in Chatwoot</source>
        <translation>номер в Chatwoot</translation>
    </message>
    <message>
        <source>browser&apos;s language</source>
        <translation>язык браузера</translation>
    </message>
    <message>
        <source>%1: any</source>
        <translation>%1: любое значение</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: не задано</translation>
    </message>
    <message>
        <source>%1: not %2</source>
        <translation>%1: кроме %2</translation>
    </message>
    <message>
        <source>%1: contains “%2”</source>
        <translation>%1: содержит «%2»</translation>
    </message>
    <message>
        <source>%1: does not contain “%2”</source>
        <translation>%1: не содержит «%2»</translation>
    </message>
    <message>
        <source>%1: after %2</source>
        <translation>%1: позже %2</translation>
    </message>
    <message>
        <source>%1: before %2</source>
        <translation>%1: раньше %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: more than %n days ago</source>
        <translation>
            <numerusform>%1: больше %n дня назад</numerusform>
            <numerusform>%1: больше %n дней назад</numerusform>
            <numerusform>%1: больше %n дней назад</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>one or the other of: %1</source>
        <translation>одно из условий: %1</translation>
    </message>
    <message>
        <source>Sends the conversation by e-mail</source>
        <translation>Отправит переписку по почте</translation>
    </message>
    <message>
        <source>Sends the conversation by e-mail to %1</source>
        <translation>Отправит переписку на почту: %1</translation>
    </message>
    <message>
        <source>Sends a file that is kept on the server</source>
        <translation>Отправит файл, который хранится на сервере</translation>
    </message>
    <message>
        <source>Tells another program: %1</source>
        <translation>Сообщит другой программе: %1</translation>
    </message>
    <message>
        <source>Assigns it to somebody who is not known here</source>
        <translation>Назначит того, кого здесь не знают</translation>
    </message>
    <message>
        <source>Gives it to a team that is not known here</source>
        <translation>Передаст команде, которой здесь не знают</translation>
    </message>
    <message>
        <source>There is no team “%1”. There are none at all.</source>
        <translation>Команды «%1» нет. Команд вообще нет.</translation>
    </message>
    <message>
        <source>There is no team “%1”. There are: %2.</source>
        <translation>Команды «%1» нет. Есть: %2.</translation>
    </message>
    <message>
        <source>This macro is not on the server any more.</source>
        <translation>Этого макроса на сервере больше нет.</translation>
    </message>
    <message>
        <source>Nobody can tell whether the macro has run. Look at the conversation first.</source>
        <translation>Неизвестно, выполнился ли макрос. Сначала посмотрите на переписку.</translation>
    </message>
</context>
<context>
    <name>parley::platforms::http</name>
    <message>
        <source>%1 refuses the connection.</source>
        <translation>%1 отклоняет соединение.</translation>
    </message>
    <message>
        <source>%1 was not found. Is the network on, and the address right?</source>
        <translation>%1 не найден. Есть ли сеть и верен ли адрес?</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Nothing was sent.</source>
        <translation>Защищённое соединение с %1 установить не удалось. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The certificate of %1 could not be verified (%2). Nothing was sent.</source>
        <translation>Сертификат %1 не прошёл проверку (%2). Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The proxy does not answer.</source>
        <translation>Прокси не отвечает.</translation>
    </message>
    <message>
        <source>The proxy asks for a password.</source>
        <translation>Прокси требует пароль.</translation>
    </message>
    <message>
        <source>%1 does not answer in time.</source>
        <translation>%1 не отвечает вовремя.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>Соединение с %1 оборвалось.</translation>
    </message>
    <message>
        <source>%1 has a trouble of its own (status %2).</source>
        <translation>Неполадки на стороне %1 (код %2).</translation>
    </message>
    <message>
        <source>%1 sends us on to another address, which is not followed: check the account&apos;s address.</source>
        <translation>%1 перенаправляет на другой адрес, туда мы не идём: проверьте адрес аккаунта.</translation>
    </message>
    <message>
        <source>%1 asks us to slow down.</source>
        <translation>%1 просит сбавить темп.</translation>
    </message>
    <message>
        <source>%1 gave an answer that cannot be understood.</source>
        <translation>Ответ %1 не удалось разобрать.</translation>
    </message>
    <message>
        <source>“%1” is not an address of a server. It should look like https://host:port.</source>
        <translation>«%1» — не адрес сервера. Он должен выглядеть как https://host:port.</translation>
    </message>
    <message>
        <source>http://%1 would carry the token in the open. Use https; plain http is for this computer only.</source>
        <translation>http://%1 передал бы токен в открытом виде. Используйте https; простой http — только для этого компьютера.</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that is fetched.</source>
        <translation>Файл больше %1, а больше не скачиваем.</translation>
    </message>
</context>
<context>
    <name>parley::platforms::ok</name>
    <message>
        <source>Odnoklassniki&apos;s answer cannot be understood.</source>
        <translation>Ответ Одноклассников не удалось разобрать.</translation>
    </message>
    <message>
        <source>The address of this file is not one of Odnoklassniki&apos;s.</source>
        <translation>Адрес этого файла не принадлежит Одноклассникам.</translation>
    </message>
    <message>
        <source>%1 answers, but not as Odnoklassniki does. Check the account&apos;s address.</source>
        <translation>%1 отвечает, но не так, как Одноклассники. Проверьте адрес учётной записи.</translation>
    </message>
    <message>
        <source>Comments are not fetched: they need an application&apos;s keys and the token of a manager of the group.</source>
        <translation>Комментарии не загружаются: для них нужны ключи приложения и токен руководителя группы.</translation>
    </message>
    <message>
        <source>Comments are not fetched. %1</source>
        <translation>Комментарии не загружаются. %1</translation>
    </message>
    <message>
        <source>Comments are no longer fetched. %1 Messages go on as usual.</source>
        <translation>Комментарии больше не загружаются. %1 Сообщения приходят как обычно.</translation>
    </message>
    <message>
        <source>Comments cannot be fetched at the moment; Parley goes on trying. %1</source>
        <translation>Комментарии сейчас не загружаются, Parley продолжает попытки. %1</translation>
    </message>
    <message>
        <source>Open the discussion in the browser to answer.</source>
        <translation>Чтобы ответить, откройте обсуждение в браузере.</translation>
    </message>
    <message>
        <source>Odnoklassniki lets no program write comments.</source>
        <translation>Одноклассники не позволяют программам писать комментарии.</translation>
    </message>
    <message>
        <source>A comment can hold nothing but text.</source>
        <translation>В комментарии может быть только текст.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not say whether the comment is there. Look in the browser.</source>
        <translation>Одноклассники не сообщают, появился ли комментарий. Проверьте в браузере.</translation>
    </message>
    <message>
        <source>Topic of the group</source>
        <translation>Тема группы</translation>
    </message>
    <message>
        <source>Photo of the group</source>
        <translation>Фото группы</translation>
    </message>
    <message>
        <source>Video of the group</source>
        <translation>Видео группы</translation>
    </message>
    <message>
        <source>Discussion on Odnoklassniki</source>
        <translation>Обсуждение в Одноклассниках</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>кто-то</translation>
    </message>
    <message>
        <source>Odnoklassniki lets no program write comments. Open the discussion in the browser to answer.</source>
        <translation>Одноклассники не позволяют программам писать комментарии. Чтобы ответить, откройте обсуждение в браузере.</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>группа %1</translation>
    </message>
    <message>
        <source>This key belongs to the group “%1” (%2), not to group %3. Enter that group&apos;s key, or correct the account&apos;s setting.</source>
        <translation>Этот ключ от группы «%1» (%2), а не от группы %3. Введите ключ нужной группы или исправьте настройку учётной записи.</translation>
    </message>
    <message numerus="yes">
        <source>Odnoklassniki does not push messages of this group: Parley asks for them every %n second(s).</source>
        <translation>
            <numerusform>Одноклассники не присылают сообщения этой группы сами: Parley запрашивает их каждую %n секунду.</numerusform>
            <numerusform>Одноклассники не присылают сообщения этой группы сами: Parley запрашивает их каждые %n секунды.</numerusform>
            <numerusform>Одноклассники не присылают сообщения этой группы сами: Parley запрашивает их каждые %n секунд.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another program receives this group&apos;s messages by a web server. Parley leaves that as it is and asks for messages every %n second(s).</source>
        <translation>
            <numerusform>Сообщения этой группы получает через веб-сервер другая программа. Parley этого не меняет и запрашивает сообщения каждую %n секунду.</numerusform>
            <numerusform>Сообщения этой группы получает через веб-сервер другая программа. Parley этого не меняет и запрашивает сообщения каждые %n секунды.</numerusform>
            <numerusform>Сообщения этой группы получает через веб-сервер другая программа. Parley этого не меняет и запрашивает сообщения каждые %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>📍 location %1</source>
        <translation>📍 место %1</translation>
    </message>
    <message>
        <source>a shared link, to be seen on Odnoklassniki only</source>
        <translation>ссылка, видна только в Одноклассниках</translation>
    </message>
    <message>
        <source>Missed video call</source>
        <translation>Пропущенный видеозвонок</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Пропущенный звонок</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Видеозвонок</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>👤 contact: %1, %2</source>
        <translation>👤 контакт: %1, %2</translation>
    </message>
    <message>
        <source>🎵 music</source>
        <translation>🎵 музыка</translation>
    </message>
    <message>
        <source>🎵 music: %1</source>
        <translation>🎵 музыка: %1</translation>
    </message>
    <message>
        <source>🎁 a present, to be seen on Odnoklassniki only</source>
        <translation>🎁 подарок, виден только в Одноклассниках</translation>
    </message>
    <message>
        <source>📎 %1, to be seen on Odnoklassniki only</source>
        <translation>📎 %1, видно только в Одноклассниках</translation>
    </message>
    <message>
        <source>The screen is being recorded</source>
        <translation>Идёт запись экрана</translation>
    </message>
    <message>
        <source>A screenshot was taken</source>
        <translation>Сделан снимок экрана</translation>
    </message>
    <message>
        <source>📎 something that Parley does not know (%1)</source>
        <translation>📎 вложение, неизвестное Parley (%1)</translation>
    </message>
    <message>
        <source>The group has left this chat.</source>
        <translation>Группа вышла из этого чата.</translation>
    </message>
    <message>
        <source>The group was removed from this chat.</source>
        <translation>Группу удалили из этого чата.</translation>
    </message>
    <message>
        <source>Filled-in form</source>
        <translation>Заполненная форма</translation>
    </message>
    <message>
        <source>A visitor who is not signed in</source>
        <translation>Посетитель без входа в профиль</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сеанс</translation>
    </message>
    <message>
        <source>Signed-out visitor</source>
        <translation>Посетитель без входа</translation>
    </message>
    <message>
        <source>This person does not allow the group to write to them.</source>
        <translation>Этот человек не разрешает группе писать ему.</translation>
    </message>
    <message>
        <source>%1 pressed “%2”</source>
        <translation>%1: нажата кнопка «%2»</translation>
    </message>
    <message>
        <source>Notices about this account</source>
        <translation>Уведомления об этой учётной записи</translation>
    </message>
    <message>
        <source>These lines are from Parley: there is nobody to answer.</source>
        <translation>Эти строки пишет Parley: отвечать здесь некому.</translation>
    </message>
    <message>
        <source>Odnoklassniki no longer offers this.</source>
        <translation>Одноклассники этого больше не предлагают.</translation>
    </message>
    <message>
        <source>Odnoklassniki cannot read this request; please report it.</source>
        <translation>Одноклассники не смогли прочитать этот запрос; пожалуйста, сообщите нам об этом.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not allow this at the moment: the group or this person is restricted.</source>
        <translation>Одноклассники сейчас этого не разрешают: группа или этот человек ограничены.</translation>
    </message>
    <message>
        <source>Odnoklassniki finds that the group sends too much.</source>
        <translation>Одноклассники считают, что группа отправляет слишком много.</translation>
    </message>
    <message>
        <source>Odnoklassniki blocks the internet address of this computer. Try another network, or write to its support.</source>
        <translation>Одноклассники блокируют интернет-адрес этого компьютера. Попробуйте другую сеть или напишите в их поддержку.</translation>
    </message>
    <message>
        <source>The group&apos;s key has no right to this.</source>
        <translation>У ключа группы нет на это прав.</translation>
    </message>
    <message>
        <source>Odnoklassniki&apos;s limit for this is reached.</source>
        <translation>Достигнут предел Одноклассников на это действие.</translation>
    </message>
    <message>
        <source>Odnoklassniki cannot read the file that was sent.</source>
        <translation>Одноклассники не смогли прочитать отправленный файл.</translation>
    </message>
    <message>
        <source>This must first be switched on in the group&apos;s settings.</source>
        <translation>Сначала это нужно включить в настройках группы.</translation>
    </message>
    <message>
        <source>This person has nothing to do with the group yet.</source>
        <translation>Этот человек пока никак не связан с группой.</translation>
    </message>
    <message>
        <source>This does not belong to the group.</source>
        <translation>Это не принадлежит группе.</translation>
    </message>
    <message>
        <source>The profile or the group is not active on Odnoklassniki.</source>
        <translation>Профиль или группа в Одноклассниках неактивны.</translation>
    </message>
    <message>
        <source>Only an administrator of the group may do this.</source>
        <translation>Это может сделать только администратор группы.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not accept something in this request.</source>
        <translation>Одноклассники не приняли что-то в этом запросе.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not know the application key.</source>
        <translation>Одноклассники не знают такого ключа приложения.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not accept the group&apos;s key any more. Whoever asked for a new one made this one invalid: enter the new key here.</source>
        <translation>Одноклассники больше не принимают ключ группы. Кто-то запросил новый, и этот стал недействительным: введите здесь новый ключ.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not know this group key. Copy it again from the group&apos;s settings, Messages.</source>
        <translation>Одноклассники не знают такого ключа группы. Скопируйте его ещё раз: настройки группы, раздел «Сообщения».</translation>
    </message>
    <message>
        <source>Odnoklassniki does not accept the signature. Is the application&apos;s secret key the right one?</source>
        <translation>Одноклассники не приняли подпись. Верный ли секретный ключ приложения?</translation>
    </message>
    <message>
        <source>Odnoklassniki does not accept a signature that was used before.</source>
        <translation>Одноклассники не принимают подпись, которая уже использовалась.</translation>
    </message>
    <message>
        <source>Odnoklassniki has no such conversation.</source>
        <translation>В Одноклассниках нет такой переписки.</translation>
    </message>
    <message>
        <source>Odnoklassniki has no such person.</source>
        <translation>В Одноклассниках нет такого человека.</translation>
    </message>
    <message>
        <source>Odnoklassniki has no such album.</source>
        <translation>В Одноклассниках нет такого альбома.</translation>
    </message>
    <message>
        <source>Odnoklassniki has no such photo.</source>
        <translation>В Одноклассниках нет такого фото.</translation>
    </message>
    <message>
        <source>Odnoklassniki no longer has this message.</source>
        <translation>В Одноклассниках больше нет этого сообщения.</translation>
    </message>
    <message>
        <source>Odnoklassniki no longer has this comment.</source>
        <translation>В Одноклассниках больше нет этого комментария.</translation>
    </message>
    <message>
        <source>The message that this is about is no longer there.</source>
        <translation>Сообщения, о котором идёт речь, больше нет.</translation>
    </message>
    <message>
        <source>The manager&apos;s token has no right to the group&apos;s comments. The application needs VALUABLE_ACCESS and GROUP_CONTENT.</source>
        <translation>У токена руководителя нет прав на комментарии группы. Приложению нужны VALUABLE_ACCESS и GROUP_CONTENT.</translation>
    </message>
    <message>
        <source>The manager&apos;s token has expired: enter a new one.</source>
        <translation>Срок действия токена руководителя истёк: введите новый.</translation>
    </message>
    <message>
        <source>Odnoklassniki does not know the manager&apos;s token.</source>
        <translation>Одноклассники не знают такого токена руководителя.</translation>
    </message>
    <message>
        <source>The discussion is no longer there.</source>
        <translation>Обсуждения больше нет.</translation>
    </message>
    <message>
        <source>Odnoklassniki has a trouble of its own (error %1).</source>
        <translation>У Одноклассников внутренняя ошибка (%1).</translation>
    </message>
    <message>
        <source>Odnoklassniki refused: %1</source>
        <translation>Одноклассники отказали: %1</translation>
    </message>
    <message>
        <source>Odnoklassniki has no setting “%1”. It has %2.</source>
        <translation>У Одноклассников нет настройки «%1». Есть: %2.</translation>
    </message>
    <message>
        <source>group is the number of the group, as in group=53123456789012.</source>
        <translation>group — это номер группы, например group=53123456789012.</translation>
    </message>
    <message>
        <source>write_comments is no or try.</source>
        <translation>write_comments принимает значения no или try.</translation>
    </message>
    <message>
        <source>--url takes a scheme, a host and a port only, as in https://api.ok.ru.</source>
        <translation>--url содержит только схему, узел и порт, например https://api.ok.ru.</translation>
    </message>
    <message>
        <source>Odnoklassniki</source>
        <translation>Одноклассники</translation>
    </message>
    <message>
        <source>Group key</source>
        <translation>Ключ группы</translation>
    </message>
    <message>
        <source>On ok.ru: your group → Settings → Messages → get the access key. Asking for a new key makes the old one invalid, so all your programs must use the same one.</source>
        <translation>На ok.ru: ваша группа → Настройки → Сообщения → получить ключ доступа. Новый ключ отменяет старый, поэтому во всех программах должен быть один и тот же.</translation>
    </message>
    <message>
        <source>Application&apos;s secret key</source>
        <translation>Секретный ключ приложения</translation>
    </message>
    <message>
        <source>Only for comments: of an application of yours on ok.ru, together with its public key and a manager&apos;s token.</source>
        <translation>Только для комментариев: ключ вашего приложения на ok.ru, вместе с его публичным ключом и токеном руководителя.</translation>
    </message>
    <message>
        <source>Manager&apos;s token</source>
        <translation>Токен руководителя</translation>
    </message>
    <message>
        <source>Only for comments: the access token, for that application, of a person who manages the group.</source>
        <translation>Только для комментариев: токен доступа этого приложения для человека, который руководит группой.</translation>
    </message>
    <message>
        <source>Group number (to be sure)</source>
        <translation>Номер группы (для проверки)</translation>
    </message>
    <message>
        <source>Application&apos;s public key (for comments)</source>
        <translation>Публичный ключ приложения (для комментариев)</translation>
    </message>
    <message>
        <source>Try to write comments</source>
        <translation>Пробовать писать комментарии</translation>
    </message>
    <message>
        <source>Nobody can be written to in this conversation.</source>
        <translation>В этой переписке писать некому.</translation>
    </message>
    <message>
        <source>Odnoklassniki lets no program delete messages. Delete it in the browser.</source>
        <translation>Одноклассники не позволяют программам удалять сообщения. Удалите его в браузере.</translation>
    </message>
    <message>
        <source>The message to change was never sent.</source>
        <translation>Изменяемое сообщение так и не было отправлено.</translation>
    </message>
    <message>
        <source>The text is longer than Odnoklassniki takes (%1 characters). The message stays as it was.</source>
        <translation>Текст длиннее, чем принимают Одноклассники (%1 знаков). Сообщение осталось прежним.</translation>
    </message>
    <message>
        <source>Odnoklassniki did not change the message.</source>
        <translation>Одноклассники не изменили сообщение.</translation>
    </message>
    <message>
        <source>“%1” is larger than 50 MB, the most that Parley sends there. Nothing was sent.</source>
        <translation>«%1» больше 50 МБ — больше Parley туда не отправляет. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>“%1” is empty. Nothing was sent.</source>
        <translation>«%1» — пустой файл. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Ответ пуст.</translation>
    </message>
    <message>
        <source>Odnoklassniki did not take the message.</source>
        <translation>Одноклассники не приняли сообщение.</translation>
    </message>
    <message>
        <source>Odnoklassniki took the file “%1” but did not say how to send it on. Nothing was sent.</source>
        <translation>Одноклассники приняли файл «%1», но не сообщили, как его отправить. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Only a part of this answer has arrived.</source>
        <translation>Дошла только часть этого ответа.</translation>
    </message>
    <message>
        <source>So much was written since that Parley cannot tell whether this answer arrived.</source>
        <translation>С тех пор написано столько, что Parley не может определить, дошёл ли этот ответ.</translation>
    </message>
</context>
<context>
    <name>parley::platforms::telegram</name>
    <message>
        <source>%1 answers, but not as a Telegram Bot API server does. Check the account&apos;s address.</source>
        <translation>%1 отвечает, но не как сервер Telegram Bot API. Проверьте адрес аккаунта.</translation>
    </message>
    <message>
        <source>In groups it sees only commands and answers to itself (privacy mode is on).</source>
        <translation>В группах бот видит только команды и ответы себе (включён режим приватности).</translation>
    </message>
    <message>
        <source>Its messages go to a web server (a webhook is set): they arrive here once that is removed.</source>
        <translation>Его сообщения уходят на веб-сервер (задан webhook): сюда они придут, когда его уберут.</translation>
    </message>
    <message>
        <source>Telegram&apos;s answer cannot be understood.</source>
        <translation>Ответ Telegram не удалось разобрать.</translation>
    </message>
    <message>
        <source>Parley was not connected from %1 to %2. Telegram keeps messages for a bot for 24 hours only: what customers wrote before that is not here and cannot be fetched.</source>
        <translation>Parley не был подключён с %1 по %2. Telegram хранит сообщения для бота только 24 часа: более ранних сообщений клиентов здесь нет, и получить их нельзя.</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that is fetched.</source>
        <translation>Файл больше %1, а больше не скачиваем.</translation>
    </message>
    <message>
        <source>Telegram no longer has this file.</source>
        <translation>У Telegram этого файла больше нет.</translation>
    </message>
    <message>
        <source>📍 live location %1</source>
        <translation>📍 геопозиция в реальном времени %1</translation>
    </message>
    <message>
        <source>📍 location %1</source>
        <translation>📍 геопозиция %1</translation>
    </message>
    <message>
        <source>📊 poll: %1</source>
        <translation>📊 опрос: %1</translation>
    </message>
    <message>
        <source>☑ checklist: %1</source>
        <translation>☑ список дел: %1</translation>
    </message>
    <message>
        <source>👤 contact: %1, %2</source>
        <translation>👤 контакт: %1, %2</translation>
    </message>
    <message>
        <source>%1 sticker</source>
        <translation>%1 стикер</translation>
    </message>
    <message>
        <source>🎮 game: %1</source>
        <translation>🎮 игра: %1</translation>
    </message>
    <message>
        <source>🧾 invoice: %1</source>
        <translation>🧾 счёт: %1</translation>
    </message>
    <message>
        <source>a story, to be seen in Telegram only</source>
        <translation>история, её можно посмотреть только в Telegram</translation>
    </message>
    <message>
        <source>paid media, to be seen in Telegram only</source>
        <translation>платные материалы, видны только в Telegram</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>кто-то</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Переслано от: %1</translation>
    </message>
    <message>
        <source>Telegram lets a bot write privately only to people who have written to it first.</source>
        <translation>Telegram разрешает боту писать лично только тем, кто написал ему первым.</translation>
    </message>
    <message>
        <source>“%1” is larger than 50 MB, the most that a bot may send. Nothing was sent.</source>
        <translation>«%1» больше 50 МБ, а больше бот отправить не может. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>“%1” is empty, and Telegram takes no empty file. Nothing was sent.</source>
        <translation>Файл «%1» пуст, а пустых Telegram не принимает. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Ответ пуст.</translation>
    </message>
    <message>
        <source>The message to change was never sent.</source>
        <translation>Сообщение, которое нужно изменить, не было отправлено.</translation>
    </message>
    <message>
        <source>The text is longer than Telegram takes (%1 characters). The message stays as it was.</source>
        <translation>Текст длиннее, чем принимает Telegram (%1 знаков). Сообщение осталось прежним.</translation>
    </message>
    <message>
        <source>The message to delete was never sent.</source>
        <translation>Сообщение, которое нужно удалить, не было отправлено.</translation>
    </message>
    <message>
        <source>Telegram refuses the bot token: it was revoked or mistyped. Ask @BotFather for the current one.</source>
        <translation>Telegram не принимает токен бота: он отозван или введён с ошибкой. Возьмите действующий у @BotFather.</translation>
    </message>
    <message>
        <source>Telegram knows no bot with this token. It should look like 123456789:AAH… as @BotFather wrote it.</source>
        <translation>Telegram не знает бота с таким токеном. Он должен выглядеть как 123456789:AAH…, как написал @BotFather.</translation>
    </message>
    <message>
        <source>This bot&apos;s messages go to a web server (a webhook is set), so they do not come here. Whoever runs that server must remove the webhook, or this account needs a bot of its own. Parley does not remove it by itself.</source>
        <translation>Сообщения этого бота уходят на веб-сервер (задан webhook) и сюда не приходят. Убрать webhook должен владелец того сервера, либо этому аккаунту нужен свой бот. Сам Parley его не убирает.</translation>
    </message>
    <message>
        <source>Another program reads this bot&apos;s messages, perhaps Parley on another computer. Only one can: stop the other one. Nothing is lost meanwhile; Parley goes on trying.</source>
        <translation>Сообщения этого бота читает другая программа, возможно, Parley на другом компьютере. Читать может только одна: остановите другую. Пока ничего не теряется, Parley продолжает попытки.</translation>
    </message>
    <message>
        <source>The file is larger than 50 MB, the most that a bot may send.</source>
        <translation>Файл больше 50 МБ, а больше бот отправить не может.</translation>
    </message>
    <message>
        <source>Telegram asks us to slow down.</source>
        <translation>Telegram просит сбавить темп.</translation>
    </message>
    <message>
        <source>The customer has blocked the bot: no answer can reach them.</source>
        <translation>Клиент заблокировал бота: ответ до него не дойдёт.</translation>
    </message>
    <message>
        <source>The customer&apos;s Telegram account is gone.</source>
        <translation>Аккаунта клиента в Telegram больше нет.</translation>
    </message>
    <message>
        <source>A bot may write only to people who have written to it first: send them a link to the bot.</source>
        <translation>Бот может писать только тем, кто написал ему первым: пришлите клиенту ссылку на бота.</translation>
    </message>
    <message>
        <source>The bot was removed from this group.</source>
        <translation>Бота удалили из этой группы.</translation>
    </message>
    <message>
        <source>The bot is not a member here.</source>
        <translation>Бот здесь не состоит.</translation>
    </message>
    <message>
        <source>This group was deleted.</source>
        <translation>Эта группа удалена.</translation>
    </message>
    <message>
        <source>Telegram does not allow this to the bot.</source>
        <translation>Telegram не разрешает этого боту.</translation>
    </message>
    <message>
        <source>The group was upgraded; what was written before can no longer be changed.</source>
        <translation>Группа преобразована; написанное раньше уже не изменить.</translation>
    </message>
    <message>
        <source>This topic was deleted.</source>
        <translation>Эта тема удалена.</translation>
    </message>
    <message>
        <source>This topic is closed: open it again in Telegram to answer.</source>
        <translation>Эта тема закрыта: чтобы ответить, откройте её в Telegram.</translation>
    </message>
    <message>
        <source>This message has no text that could be changed.</source>
        <translation>В этом сообщении нет текста, который можно изменить.</translation>
    </message>
    <message>
        <source>The bot has never met this customer, or the chat is gone.</source>
        <translation>Бот не встречал этого клиента, или чата больше нет.</translation>
    </message>
    <message>
        <source>The bot may not write to this customer of the business account: their last message is older than 24 hours, or the chat was taken out of the bot&apos;s scope.</source>
        <translation>Боту нельзя писать этому клиенту бизнес-аккаунта: его последнее сообщение старше 24 часов или чат исключён из доступных боту.</translation>
    </message>
    <message>
        <source>The business account is no longer connected to this bot.</source>
        <translation>Бизнес-аккаунт больше не подключён к этому боту.</translation>
    </message>
    <message>
        <source>The bot may not write to this customer.</source>
        <translation>Боту нельзя писать этому клиенту.</translation>
    </message>
    <message>
        <source>The message to change is no longer there.</source>
        <translation>Сообщения, которое нужно изменить, больше нет.</translation>
    </message>
    <message>
        <source>Telegram no longer lets this message be changed.</source>
        <translation>Telegram больше не даёт изменить это сообщение.</translation>
    </message>
    <message>
        <source>Telegram does not let this message be deleted: it is older than 48 hours, or not the bot&apos;s.</source>
        <translation>Telegram не даёт удалить это сообщение: оно старше 48 часов или не от бота.</translation>
    </message>
    <message>
        <source>The file is larger than 20 MB, the most that Telegram hands to a bot. It can be seen in Telegram itself.</source>
        <translation>Файл больше 20 МБ, а больше Telegram боту не отдаёт. Его можно посмотреть в самом Telegram.</translation>
    </message>
    <message>
        <source>The text is longer than Telegram takes (4096 characters).</source>
        <translation>Текст длиннее, чем принимает Telegram (4096 знаков).</translation>
    </message>
    <message>
        <source>The bot may read here but not write.</source>
        <translation>Здесь бот может читать, но не писать.</translation>
    </message>
    <message>
        <source>The bot lacks the right to do this here.</source>
        <translation>У бота нет на это права.</translation>
    </message>
    <message>
        <source>Telegram refused: %1</source>
        <translation>Telegram отказал: %1</translation>
    </message>
    <message>
        <source>Telegram has no setting “%1”. It needs only the bot token, and --url for another server.</source>
        <translation>У Telegram нет настройки «%1». Нужен только токен бота и --url для другого сервера.</translation>
    </message>
    <message>
        <source>--url takes a scheme, a host and a port only, as in https://telegram.example:8443.</source>
        <translation>--url — это только схема, хост и порт, например https://telegram.example:8443.</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Токен бота</translation>
    </message>
    <message>
        <source>Write /newbot, or /token for a bot that exists, to @BotFather in Telegram. The token looks like 123456789:AAH… and is all that is needed.</source>
        <translation>Напишите @BotFather в Telegram /newbot или, для готового бота, /token. Токен выглядит как 123456789:AAH…, больше ничего не нужно.</translation>
    </message>
    <message>
        <source>Nobody can be written to in this conversation.</source>
        <translation>В этой переписке некому писать.</translation>
    </message>
    <message>
        <source>%1 joined the group</source>
        <translation>%1 вступает в группу</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 добавляет: %2</translation>
    </message>
    <message>
        <source>%1 left the group</source>
        <translation>%1 покидает группу</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 исключает: %2</translation>
    </message>
    <message>
        <source>%1 paid (%2 %3, in smallest units)</source>
        <translation>%1: оплата (%2 %3, в наименьших единицах)</translation>
    </message>
    <message>
        <source>%1 sent a gift</source>
        <translation>%1 дарит подарок</translation>
    </message>
    <message>
        <source>%1 sent a gift: %2</source>
        <translation>%1 дарит подарок: %2</translation>
    </message>
    <message>
        <source>%1 named the group “%2”</source>
        <translation>%1 называет группу «%2»</translation>
    </message>
    <message>
        <source>%1 changed the group&apos;s picture</source>
        <translation>%1 меняет фото группы</translation>
    </message>
    <message>
        <source>%1 removed the group&apos;s picture</source>
        <translation>%1 убирает фото группы</translation>
    </message>
    <message>
        <source>%1 created the group</source>
        <translation>%1 создаёт группу</translation>
    </message>
    <message>
        <source>%1 created the channel</source>
        <translation>%1 создаёт канал</translation>
    </message>
    <message>
        <source>The group was upgraded and has a new number; the next answer follows it there</source>
        <translation>Группа преобразована и получила новый номер; следующий ответ уйдёт туда</translation>
    </message>
    <message>
        <source>The group was upgraded; what was written before is in the old conversation</source>
        <translation>Группа преобразована; написанное раньше — в старой переписке</translation>
    </message>
    <message>
        <source>%1 pinned a message</source>
        <translation>%1 закрепляет сообщение</translation>
    </message>
    <message>
        <source>%1 opened the topic “%2”</source>
        <translation>%1 открывает тему «%2»</translation>
    </message>
    <message>
        <source>%1 changed the topic</source>
        <translation>%1 меняет тему</translation>
    </message>
    <message>
        <source>%1 closed the topic</source>
        <translation>%1 закрывает тему</translation>
    </message>
    <message>
        <source>%1 opened the topic again</source>
        <translation>%1 снова открывает тему</translation>
    </message>
    <message>
        <source>%1 allowed the bot to write</source>
        <translation>%1 разрешает боту писать</translation>
    </message>
    <message>
        <source>%1 signed in on %2</source>
        <translation>%1: вход на %2</translation>
    </message>
    <message>
        <source>%1 sent a form: %2</source>
        <translation>%1 отправляет форму: %2</translation>
    </message>
    <message>
        <source>%1 changed when messages disappear</source>
        <translation>%1 меняет срок исчезновения сообщений</translation>
    </message>
    <message>
        <source>A payment of %1 was refunded</source>
        <translation>Возвращён платёж: %1</translation>
    </message>
    <message>
        <source>%1 shared users with the bot</source>
        <translation>%1 передаёт боту пользователей</translation>
    </message>
    <message>
        <source>%1 shared a chat with the bot</source>
        <translation>%1 передаёт боту чат</translation>
    </message>
    <message>
        <source>A video chat started</source>
        <translation>Начался видеочат</translation>
    </message>
    <message>
        <source>The video chat ended</source>
        <translation>Видеочат завершён</translation>
    </message>
    <message>
        <source>Notices about this account</source>
        <translation>Уведомления об этом аккаунте</translation>
    </message>
    <message>
        <source>These lines are from Parley: there is nobody to answer.</source>
        <translation>Эти строки пишет Parley: отвечать некому.</translation>
    </message>
    <message>
        <source>An answer here would be a new post of the channel. Answer in its discussion group instead.</source>
        <translation>Ответ здесь стал бы новой записью канала. Отвечайте в группе обсуждения.</translation>
    </message>
    <message>
        <source>%1 disconnected this bot from their business account: its customers can no longer be answered here.</source>
        <translation>%1 отключает бота от своего бизнес-аккаунта: отвечать его клиентам здесь больше нельзя.</translation>
    </message>
    <message>
        <source>%1 connected this bot to their business account: its customers&apos; messages arrive here.</source>
        <translation>%1 подключает бота к своему бизнес-аккаунту: сообщения его клиентов приходят сюда.</translation>
    </message>
    <message>
        <source>%1 connected this bot to their business account, but did not allow it to answer.</source>
        <translation>%1 подключает бота к своему бизнес-аккаунту, но не разрешает отвечать.</translation>
    </message>
    <message>
        <source>%1 blocked the bot</source>
        <translation>%1 блокирует бота</translation>
    </message>
    <message>
        <source>%1 let the bot write again</source>
        <translation>%1 снова разрешает боту писать</translation>
    </message>
    <message>
        <source>%1 has blocked the bot: no answer can reach them.</source>
        <translation>%1 блокирует бота: ответ не дойдёт.</translation>
    </message>
    <message>
        <source>%1 removed the bot</source>
        <translation>%1 удаляет бота</translation>
    </message>
    <message>
        <source>%1 took the bot&apos;s right to write</source>
        <translation>%1 лишает бота права писать</translation>
    </message>
    <message>
        <source>%1 gave the bot its place here</source>
        <translation>%1 даёт боту место здесь</translation>
    </message>
    <message>
        <source>The bot is no longer a member here.</source>
        <translation>Бот здесь больше не состоит.</translation>
    </message>
    <message>
        <source>%1 took the reaction back</source>
        <translation>%1 снимает реакцию</translation>
    </message>
    <message>
        <source>%1 reacted with %2</source>
        <translation>%1: реакция %2</translation>
    </message>
    <message>
        <source>%1 pressed “%2”</source>
        <translation>%1 нажимает «%2»</translation>
    </message>
</context>
<context>
    <name>parley::platforms::vk</name>
    <message>
        <source>VK refuses the second token (of a user or an application): it has run out or was revoked. What needs it is not done; all else works.</source>
        <translation>ВК не принимает второй токен (пользователя или приложения): он истёк или отозван. То, для чего он нужен, не выполняется; всё остальное работает.</translation>
    </message>
    <message>
        <source>%1 answers, but not as VK&apos;s API does. Check the account&apos;s address.</source>
        <translation>%1 отвечает, но не так, как API ВК. Проверьте адрес аккаунта.</translation>
    </message>
    <message>
        <source>The file is larger than %1, the most that is fetched.</source>
        <translation>Файл больше %1 — это предел для загрузки.</translation>
    </message>
    <message>
        <source>VK no longer has this file.</source>
        <translation>В ВК этого файла больше нет.</translation>
    </message>
    <message>
        <source>🖼 photo %1</source>
        <translation>🖼 фото %1</translation>
    </message>
    <message>
        <source>📄 file “%1”</source>
        <translation>📄 файл «%1»</translation>
    </message>
    <message>
        <source>🎤 voice message</source>
        <translation>🎤 голосовое сообщение</translation>
    </message>
    <message>
        <source>🎤 voice message: “%1”</source>
        <translation>🎤 голосовое сообщение: «%1»</translation>
    </message>
    <message>
        <source>🖌 drawing</source>
        <translation>🖌 рисунок</translation>
    </message>
    <message>
        <source>🙂 sticker</source>
        <translation>🙂 стикер</translation>
    </message>
    <message>
        <source>🎁 gift</source>
        <translation>🎁 подарок</translation>
    </message>
    <message>
        <source>🎬 video: %1</source>
        <translation>🎬 видео: %1</translation>
    </message>
    <message>
        <source>📌 post: https://vk.com/wall%1_%2</source>
        <translation>📌 запись: https://vk.com/wall%1_%2</translation>
    </message>
    <message>
        <source>💬 comment: %1</source>
        <translation>💬 комментарий: %1</translation>
    </message>
    <message>
        <source>📊 poll: %1</source>
        <translation>📊 опрос: %1</translation>
    </message>
    <message>
        <source>📞 missed call</source>
        <translation>📞 пропущенный звонок</translation>
    </message>
    <message>
        <source>📞 call, %1</source>
        <translation>📞 звонок, %1</translation>
    </message>
    <message>
        <source>📖 story %1</source>
        <translation>📖 история %1</translation>
    </message>
    <message>
        <source>📎 something that Parley cannot show (%1)</source>
        <translation>📎 вложение, которое Parley не может показать (%1)</translation>
    </message>
    <message>
        <source>&gt; … more was forwarded; it can be read in VK.</source>
        <translation>&gt; … переслано больше; остальное можно прочитать в ВК.</translation>
    </message>
    <message>
        <source>%1 named the chat “%2”.</source>
        <translation>%1 назвал(а) чат «%2».</translation>
    </message>
    <message>
        <source>%1 left the chat.</source>
        <translation>%1 вышел(ла) из чата.</translation>
    </message>
    <message>
        <source>%1 removed %2 from the chat.</source>
        <translation>%1 исключил(а) %2 из чата.</translation>
    </message>
    <message>
        <source>%1 invited %2 to the chat.</source>
        <translation>%1 пригласил(а) %2 в чат.</translation>
    </message>
    <message>
        <source>%1 joined the chat.</source>
        <translation>%1 теперь в чате.</translation>
    </message>
    <message>
        <source>%1 pinned a message.</source>
        <translation>%1 закрепил(а) сообщение.</translation>
    </message>
    <message>
        <source>%1 changed the chat (%2).</source>
        <translation>%1 изменил(а) чат (%2).</translation>
    </message>
    <message>
        <source>A colleague deleted this conversation in VK. What Parley has of it stays here.</source>
        <translation>Коллега удалил этот диалог в ВК. Всё, что есть в Parley, остаётся здесь.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Товар</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Обсуждение</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>A comment that Parley cannot show. It can be read in VK.</source>
        <translation>Комментарий, который Parley не может показать. Его можно прочитать в ВК.</translation>
    </message>
    <message>
        <source>Mention of the community</source>
        <translation>Упоминание сообщества</translation>
    </message>
    <message>
        <source>%1 reacted to a message (VK&apos;s reaction no. %2).</source>
        <translation>%1: реакция на сообщение (реакция ВК № %2).</translation>
    </message>
    <message>
        <source>%1 took a reaction back.</source>
        <translation>%1: реакция убрана.</translation>
    </message>
    <message>
        <source>%1 pressed a button of a bot.</source>
        <translation>%1: нажата кнопка бота.</translation>
    </message>
    <message>
        <source>This VK profile was blocked or deleted.</source>
        <translation>Эта страница ВК заблокирована или удалена.</translation>
    </message>
    <message>
        <source>The customer is in the community&apos;s blacklist, or has blocked the community.</source>
        <translation>Клиент в чёрном списке сообщества или заблокировал сообщество.</translation>
    </message>
    <message>
        <source>Messages are switched off in the community&apos;s settings.</source>
        <translation>Сообщения выключены в настройках сообщества.</translation>
    </message>
    <message>
        <source>The community no longer has access to this conversation.</source>
        <translation>У сообщества больше нет доступа к этому диалогу.</translation>
    </message>
    <message>
        <source>The customer&apos;s profile is closed to us: they have not allowed messages from the community, or have taken it back. Where they wrote a comment, answer under the post instead.</source>
        <translation>Клиент закрыт для нас: он не разрешал сообщения от сообщества или отозвал разрешение. Если он оставил комментарий, ответьте под записью.</translation>
    </message>
    <message>
        <source>A message that Parley cannot show. It can be read in VK.</source>
        <translation>Сообщение, которое Parley не может показать. Его можно прочитать в ВК.</translation>
    </message>
    <message>
        <source>“%1” is empty, and VK takes no empty file. Nothing was sent.</source>
        <translation>«%1» — пустой файл, ВК такие не принимает. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>“%1” is larger than 200 MB, the most that VK takes. Nothing was sent.</source>
        <translation>«%1» больше 200 МБ, а это предел ВК. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Ответ пуст.</translation>
    </message>
    <message>
        <source>VK lets a community send files in private messages only. Answer privately, or leave the file out. Nothing was sent.</source>
        <translation>ВК позволяет сообществу отправлять файлы только в личных сообщениях. Ответьте лично или уберите файл. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>VK has a trouble of its own.</source>
        <translation>У ВК внутренний сбой.</translation>
    </message>
    <message>
        <source>VK refuses the community&apos;s token: it was revoked or mistyped. Make a new one under Manage → API usage → Access tokens.</source>
        <translation>ВК не принимает токен сообщества: он отозван или введён с ошибкой. Создайте новый: Управление → Работа с API → Ключи доступа.</translation>
    </message>
    <message>
        <source>VK does not allow this to the community&apos;s token: it lacks the right for it, or the community has this part switched off.</source>
        <translation>ВК не разрешает это по токену сообщества: у токена нет нужного права или этот раздел в сообществе выключен.</translation>
    </message>
    <message>
        <source>The customer&apos;s profile is closed, or they have not allowed messages from the community. Answer under the post instead; once they write first, you can answer here.</source>
        <translation>Профиль клиента закрыт, или он не разрешал сообщения от сообщества. Ответьте под записью; когда клиент напишет первым, можно будет ответить здесь.</translation>
    </message>
    <message>
        <source>VK asks for a captcha before it goes on. Open the page, solve it there, then try again.</source>
        <translation>ВК просит ввести капчу, прежде чем продолжить. Откройте страницу, введите её там и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>VK asks the community&apos;s owner to confirm who they are. Open the page, follow it, then try again.</source>
        <translation>ВК просит владельца сообщества подтвердить личность. Откройте страницу, выполните, что там сказано, и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>VK takes no comments here: they are closed, or the community may not write them.</source>
        <translation>ВК не принимает здесь комментарии: они закрыты, или сообществу нельзя их оставлять.</translation>
    </message>
    <message>
        <source>VK no longer takes this version of its API. A newer Parley is needed; what you have stays here.</source>
        <translation>ВК больше не поддерживает эту версию своего API. Нужна новая версия Parley; всё, что у вас есть, остаётся здесь.</translation>
    </message>
    <message>
        <source>VK has forgotten where we were; everything is compared anew.</source>
        <translation>ВК забыл, на чём мы остановились; всё сверяется заново.</translation>
    </message>
    <message>
        <source>VK did not take the file: it is too large, empty, or of a kind it does not allow.</source>
        <translation>ВК не принял файл: он слишком большой, пустой или недопустимого вида.</translation>
    </message>
    <message>
        <source>VK says that the application behind this token is switched off.</source>
        <translation>ВК сообщает, что приложение, к которому относится токен, выключено.</translation>
    </message>
    <message>
        <source>VK asks us to slow down.</source>
        <translation>ВК просит подождать.</translation>
    </message>
    <message>
        <source>VK finds that the same was done too often (flood control), and asks us to wait.</source>
        <translation>ВК считает, что одно и то же повторялось слишком часто (защита от флуда), и просит подождать.</translation>
    </message>
    <message>
        <source>VK&apos;s daily limit for this is used up. Parley goes on as soon as VK lets it.</source>
        <translation>Дневной лимит ВК на это действие исчерпан. Parley продолжит, как только ВК разрешит.</translation>
    </message>
    <message>
        <source>This profile is private.</source>
        <translation>Этот профиль закрыт.</translation>
    </message>
    <message>
        <source>VK knows no such community; it may have been deleted.</source>
        <translation>ВК не знает такого сообщества; возможно, оно удалено.</translation>
    </message>
    <message>
        <source>VK lets this token be used from certain addresses only, and this computer is at none of them.</source>
        <translation>ВК разрешает этот токен только с определённых адресов, а этот компьютер не на одном из них.</translation>
    </message>
    <message>
        <source>VK no longer has this.</source>
        <translation>В ВК этого больше нет.</translation>
    </message>
    <message>
        <source>VK denies access to the community: it was deleted, blocked or closed to us.</source>
        <translation>ВК закрыл доступ к сообществу: оно удалено, заблокировано или закрыто для нас.</translation>
    </message>
    <message>
        <source>The post is no longer there, or closed to us.</source>
        <translation>Записи больше нет, или она закрыта для нас.</translation>
    </message>
    <message>
        <source>Comments under this post are closed.</source>
        <translation>Комментарии под этой записью закрыты.</translation>
    </message>
    <message>
        <source>VK allows no links in comments here.</source>
        <translation>ВК не разрешает здесь ссылки в комментариях.</translation>
    </message>
    <message>
        <source>VK finds that there are too many comments, and asks us to wait.</source>
        <translation>ВК считает, что комментариев слишком много, и просит подождать.</translation>
    </message>
    <message>
        <source>The customer is in the community&apos;s blacklist, or has blocked the community: no message can reach them.</source>
        <translation>Клиент в чёрном списке сообщества или заблокировал сообщество: сообщения до него не дойдут.</translation>
    </message>
    <message>
        <source>VK no longer lets this message be changed: it is too old.</source>
        <translation>ВК больше не даёт изменить это сообщение: оно слишком старое.</translation>
    </message>
    <message>
        <source>The message is larger than VK takes.</source>
        <translation>Сообщение больше, чем принимает ВК.</translation>
    </message>
    <message>
        <source>The community&apos;s bot features are off: switch them on under Manage → Messages → Bot settings.</source>
        <translation>Возможности ботов в сообществе выключены: включите их в разделе Управление → Сообщения → Настройки для бота.</translation>
    </message>
    <message>
        <source>The text is longer than VK takes.</source>
        <translation>Текст длиннее, чем принимает ВК.</translation>
    </message>
    <message>
        <source>VK does not let a message of this kind be changed.</source>
        <translation>ВК не даёт изменять сообщения такого вида.</translation>
    </message>
    <message>
        <source>The message to answer is no longer there.</source>
        <translation>Сообщения, на которое вы отвечаете, больше нет.</translation>
    </message>
    <message>
        <source>VK no longer lets this message be deleted for the customer: it is too old.</source>
        <translation>ВК больше не даёт удалить это сообщение у клиента: оно слишком старое.</translation>
    </message>
    <message>
        <source>A pinned message cannot be changed yet.</source>
        <translation>Закреплённое сообщение пока нельзя изменить.</translation>
    </message>
    <message>
        <source>VK refused: %1</source>
        <translation>ВК отказал: %1</translation>
    </message>
    <message>
        <source>VK did not take “%1”: it is too large, or of a kind that it does not allow. Nothing was sent.</source>
        <translation>ВК не принял «%1»: файл слишком большой или недопустимого вида. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>VK no longer has this message.</source>
        <translation>В ВК этого сообщения больше нет.</translation>
    </message>
    <message>
        <source>--url takes a scheme, a host and a port only, as in https://api.vk.ru.</source>
        <translation>В --url указываются только схема, хост и порт, например https://api.vk.ru.</translation>
    </message>
    <message>
        <source>VK has no setting “%1”. It has group and host.</source>
        <translation>У ВК нет настройки «%1». Есть group и host.</translation>
    </message>
    <message>
        <source>Which community? Give its number: --set group=123456, as in vk.com/club123456.</source>
        <translation>Какое сообщество? Укажите его номер: --set group=123456, как в vk.com/club123456.</translation>
    </message>
    <message>
        <source>“%1” is not a community&apos;s number. It should look like 123456 or club123456; a short name&apos;s number stands in the address of the community&apos;s settings.</source>
        <translation>«%1» — не номер сообщества. Он выглядит как 123456 или club123456; номер сообщества с коротким именем есть в адресе его настроек.</translation>
    </message>
    <message>
        <source>host is api.vk.com or api.vk.ru, not “%1”.</source>
        <translation>host — это api.vk.com или api.vk.ru, а не «%1».</translation>
    </message>
    <message>
        <source>Community token</source>
        <translation>Токен сообщества</translation>
    </message>
    <message>
        <source>In the community: Manage → API usage → Access tokens → Create token, with the rights messages, photos, docs, wall and manage. It begins with vk1.a.</source>
        <translation>В сообществе: Управление → Работа с API → Ключи доступа → Создать ключ, с правами на сообщения (messages), фотографии (photos), документы (docs), стену (wall) и управление (manage). Он начинается с vk1.a.</translation>
    </message>
    <message>
        <source>User or service token</source>
        <translation>Токен пользователя или сервисный ключ</translation>
    </message>
    <message>
        <source>For what a community&apos;s token may not do. A user&apos;s token of an administrator reads comments back, changes and deletes them and sees mentions; an application&apos;s service token only reads comments back. Without it these are absent, all else works.</source>
        <translation>Для того, чего токен сообщества не может. Токен администратора загружает прежние комментарии, изменяет и удаляет их и показывает упоминания; сервисный ключ приложения только загружает прежние комментарии. Без него этого нет, всё остальное работает.</translation>
    </message>
    <message>
        <source>Community number</source>
        <translation>Номер сообщества</translation>
    </message>
    <message>
        <source>VK&apos;s host</source>
        <translation>Адрес ВК</translation>
    </message>
    <message>
        <source>VK&apos;s answer about what is new cannot be understood.</source>
        <translation>Ответ ВК о том, что нового, не удалось понять.</translation>
    </message>
    <message>
        <source>About this account</source>
        <translation>Об этом аккаунте</translation>
    </message>
    <message>
        <source>These are Parley&apos;s own lines about the account.</source>
        <translation>Это строки самого Parley об аккаунте.</translation>
    </message>
    <message>
        <source>VK no longer had the events since %1. Messages are complete; comments written meanwhile may be missing, and only a user&apos;s or application&apos;s token could fetch them.</source>
        <translation>В ВК больше нет событий с %1. Сообщения загружены полностью; комментариев за это время может не хватать, и загрузить их можно только по токену пользователя или приложения.</translation>
    </message>
    <message>
        <source>Nobody can be written to in this conversation.</source>
        <translation>В этой переписке писать некому.</translation>
    </message>
    <message>
        <source>VK lets only a person&apos;s token do this here, and this account has none. Nothing was changed. Add a user token to the account, or do it in VK itself.</source>
        <translation>ВК разрешает это здесь только по токену человека, а у аккаунта его нет. Ничего не изменено. Добавьте к аккаунту токен пользователя или сделайте это в самом ВК.</translation>
    </message>
    <message>
        <source>Closed profile, or not allowed to write: this person takes no messages from the community. Nothing was sent; answer under the post instead.</source>
        <translation>Закрытый профиль, или писать нельзя: этот человек не принимает сообщения от сообщества. Ничего не отправлено; ответьте под записью.</translation>
    </message>
    <message>
        <source>The message to change was never sent.</source>
        <translation>Изменяемое сообщение так и не было отправлено.</translation>
    </message>
    <message>
        <source>The text is longer than VK takes (%1 characters). The message stays as it was.</source>
        <translation>Текст длиннее, чем принимает ВК (%1 символов). Сообщение осталось прежним.</translation>
    </message>
    <message>
        <source>The message to delete was never sent.</source>
        <translation>Удаляемое сообщение так и не было отправлено.</translation>
    </message>
    <message>
        <source>VK cannot tell whether this comment arrived: look under the post before it is sent again.</source>
        <translation>ВК не может сказать, дошёл ли этот комментарий: посмотрите под записью, прежде чем отправлять его снова.</translation>
    </message>
    <message>
        <source>VK knows no community no. %1. Check the number in the account&apos;s settings.</source>
        <translation>ВК не знает сообщества № %1. Проверьте номер в настройках аккаунта.</translation>
    </message>
    <message>
        <source>This community was deleted or blocked by VK. What you have of it stays here.</source>
        <translation>Это сообщество удалено или заблокировано ВК. Всё, что у вас от него есть, остаётся здесь.</translation>
    </message>
    <message>
        <source>This is not a community&apos;s token: make one under Manage → API usage.</source>
        <translation>Это не токен сообщества: создайте его в разделе Управление → Работа с API.</translation>
    </message>
    <message>
        <source>May not read and answer messages: give the token the right “messages”.</source>
        <translation>Нельзя читать сообщения и отвечать на них: дайте токену право «сообщения» (messages).</translation>
    </message>
    <message>
        <source>May not see comments as they come: give the token the right “manage”.</source>
        <translation>Не видно новых комментариев: дайте токену право «управление» (manage).</translation>
    </message>
    <message>
        <source>May not answer comments: give the token the right “wall”.</source>
        <translation>Нельзя отвечать на комментарии: дайте токену право «стена» (wall).</translation>
    </message>
    <message>
        <source>May not send pictures: give the token the right “photos”.</source>
        <translation>Нельзя отправлять картинки: дайте токену право «фотографии» (photos).</translation>
    </message>
    <message>
        <source>May not send files: give the token the right “docs”.</source>
        <translation>Нельзя отправлять файлы: дайте токену право «документы» (docs).</translation>
    </message>
    <message>
        <source>The kinds of events could not be switched on: tick them all under Manage → API usage → Long Poll API → Event types.</source>
        <translation>Не удалось включить типы событий: отметьте все в разделе Управление → Работа с API → Long Poll API → Типы событий.</translation>
    </message>
    <message>
        <source>Comments from before this moment cannot be read, and comments cannot be changed or deleted: that takes a user&apos;s token.</source>
        <translation>Комментарии, оставленные до этого момента, прочитать нельзя, а комментарии нельзя изменять и удалять: для этого нужен токен пользователя.</translation>
    </message>
    <message>
        <source>With an application&apos;s token comments are read back, but not changed or deleted, and mentions are not seen: that takes a user&apos;s token.</source>
        <translation>По ключу приложения прежние комментарии загружаются, но не изменяются и не удаляются, а упоминаний не видно: для этого нужен токен пользователя.</translation>
    </message>
    <message>
        <source>VK named an address that is not safe (%1), so it was not used.</source>
        <translation>ВК указал небезопасный адрес (%1), поэтому он не использован.</translation>
    </message>
    <message>
        <source>A message that was deleted in VK is there again.</source>
        <translation>Удалённое в VK сообщение восстановлено.</translation>
    </message>
    <message>
        <source>A message that was deleted in VK is there again: “%1”</source>
        <translation>Удалённое в VK сообщение восстановлено: «%1»</translation>
    </message>
    <message>
        <source>VK finds that the same was done too often (flood control), and did not do this. Wait some minutes, then try again.</source>
        <translation>VK считает, что одно и то же делается слишком часто (защита от флуда), и не выполнил действие. Подождите несколько минут и повторите.</translation>
    </message>
</context>
<context>
    <name>parley::storage</name>
    <message>
        <source>There is no such account.</source>
        <translation>Такого аккаунта нет.</translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation>Аккаунту нужно имя.</translation>
    </message>
    <message>
        <source>There is already an account named “%1”. Choose another name.</source>
        <translation>Аккаунт «%1» уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>The attachment is gone.</source>
        <translation>Вложения больше нет.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыто</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ждём клиента</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>отложено</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>решено</translation>
    </message>
    <message>
        <source>low</source>
        <translation>низкий</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>обычный</translation>
    </message>
    <message>
        <source>high</source>
        <translation>высокий</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>срочный</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Статус: %1</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Без исполнителя</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Назначено мне</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Исполнитель: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Метки: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Приоритет: %1</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Ответ не нужен</translation>
    </message>
    <message>
        <source>Edited: %1</source>
        <translation>Изменено: %1</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Сообщение удалено</translation>
    </message>
    <message>
        <source>It has been sent already.</source>
        <translation>Уже отправлено.</translation>
    </message>
    <message>
        <source>It does not wait to be sent any more.</source>
        <translation>Это больше не ждёт отправки.</translation>
    </message>
    <message>
        <source>Not sent: the conversation has moved on since this was written. Read what is new, then send it anyway, edit it or discard it.</source>
        <translation>Не отправлено: с тех пор в переписке появилось новое. Прочитайте его, затем отправьте всё равно, измените или удалите.</translation>
    </message>
    <message>
        <source>It is being sent at this moment and cannot be taken back.</source>
        <translation>Отправляется прямо сейчас, отозвать нельзя.</translation>
    </message>
    <message>
        <source>Only a reply or note that waits can be edited.</source>
        <translation>Изменить можно только ожидающий ответ или заметку.</translation>
    </message>
    <message>
        <source>There is nothing to send: the reply is empty.</source>
        <translation>Отправлять нечего: ответ пуст.</translation>
    </message>
    <message>
        <source>There is nothing to save: the note is empty.</source>
        <translation>Сохранять нечего: заметка пуста.</translation>
    </message>
    <message>
        <source>There is no ticket #%1.</source>
        <translation>Обращения #%1 нет.</translation>
    </message>
    <message>
        <source>The kept ticket counts are wrong.</source>
        <translation>Хранимые счётчики обращений неверны.</translation>
    </message>
    <message>
        <source>Only messages of your own in this ticket can be changed.</source>
        <translation>Изменять можно только свои сообщения в этом обращении.</translation>
    </message>
    <message>
        <source>This message has not been sent yet: change it in the outbox.</source>
        <translation>Это сообщение ещё не отправлено: измените его в исходящих.</translation>
    </message>
    <message>
        <source>This conversation cannot be answered.</source>
        <translation>В эту переписку ответить нельзя.</translation>
    </message>
    <message>
        <source>A message cannot be made empty: delete it instead.</source>
        <translation>Сообщение нельзя сделать пустым: лучше удалите его.</translation>
    </message>
    <message>
        <source>There is no row %1 in the outbox.</source>
        <translation>В исходящих нет строки %1.</translation>
    </message>
    <message>
        <source>The attachment has not been downloaded.</source>
        <translation>Вложение не скачано.</translation>
    </message>
    <message>
        <source>The secrets file “%1” cannot be written (%2). Nothing was changed.</source>
        <translation>Файл секретов «%1» не записывается (%2). Ничего не изменено.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a secrets file.</source>
        <translation>«%1» — папка, а не файл секретов.</translation>
    </message>
    <message>
        <source>Others on this machine may read the secrets file “%1”. It is not used until you run: chmod 600 %1</source>
        <translation>Файл секретов «%1» могут читать другие на этой машине. Он не используется, пока вы не выполните: chmod 600 %1</translation>
    </message>
    <message>
        <source>The secrets file “%1” cannot be read (%2).</source>
        <translation>Файл секретов «%1» не читается (%2).</translation>
    </message>
    <message>
        <source>“%1” is not a secrets file of Parley (a JSON object is expected). Nothing was changed.</source>
        <translation>«%1» — не файл секретов Parley (ожидается объект JSON). Ничего не изменено.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>не удалось создать папку</translation>
    </message>
    <message>
        <source>it is locked, or its folder is read-only</source>
        <translation>он заблокирован или папка только для чтения</translation>
    </message>
    <message>
        <source>The system’s key store refused access. Unlock it and try again; nothing was changed.</source>
        <translation>Системное хранилище ключей отказало в доступе. Разблокируйте его и повторите; ничего не изменено.</translation>
    </message>
    <message>
        <source>This system has no key store that Parley can use. Start a key store (GNOME Keyring, KWallet), or choose a file of your own with --secrets file:PATH.</source>
        <translation>В системе нет хранилища ключей, доступного Parley. Запустите его (GNOME Keyring, KWallet) или укажите свой файл: --secrets file:ПУТЬ.</translation>
    </message>
    <message>
        <source>The system’s key store failed (%1). Try again, or choose a file of your own with --secrets file:PATH.</source>
        <translation>Сбой системного хранилища ключей (%1). Повторите или укажите свой файл: --secrets file:ПУТЬ.</translation>
    </message>
    <message>
        <source>“%1” is not a key store. Use --secrets keychain or --secrets file:PATH.</source>
        <translation>«%1» — не хранилище ключей. Используйте --secrets keychain или --secrets file:ПУТЬ.</translation>
    </message>
    <message>
        <source>Somebody changed it on the server meanwhile. Send again to set it once more, or discard.</source>
        <translation>Пока вас не было, это изменили на сервере. Отправьте ещё раз, чтобы задать снова, или удалите.</translation>
    </message>
    <message>
        <source>The disk is full. What is in the cache is kept; free some space and Parley goes on by itself.</source>
        <translation>Диск заполнен. Всё в кэше сохранено; освободите место, и Parley продолжит сам.</translation>
    </message>
    <message>
        <source>The cache cannot be written: its file or folder is read-only. Nothing was changed; make it writable and start Parley again.</source>
        <translation>В кэш нельзя писать: файл или папка только для чтения. Ничего не изменено; дайте право записи и запустите Parley снова.</translation>
    </message>
    <message>
        <source>The cache cannot be read: its key does not fit, or the beginning of the file is damaged.</source>
        <translation>Кэш не читается: ключ не подходит или повреждено начало файла.</translation>
    </message>
    <message>
        <source>The cache file cannot be opened. Check that its folder exists and that you may write there.</source>
        <translation>Файл кэша не открывается. Проверьте, что папка есть и в неё можно писать.</translation>
    </message>
    <message>
        <source>The disk failed while the cache was read or written. What was saved before is kept; Parley tries again by itself.</source>
        <translation>Сбой диска при работе с кэшем. Сохранённое раньше цело; Parley попробует снова сам.</translation>
    </message>
    <message>
        <source>There was not enough memory for this. Nothing was changed.</source>
        <translation>На это не хватило памяти. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The cache could not be read or written. Nothing was changed.</source>
        <translation>Кэш не удалось прочитать или записать. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Parley cannot write in “%1”. Choose another folder with --data-dir, or make this one writable.</source>
        <translation>Parley не может писать в «%1». Выберите другую папку через --data-dir или дайте право записи.</translation>
    </message>
    <message>
        <source>This cache was made by a newer Parley (format %1, this one knows up to %2). Nothing was changed; please update Parley.</source>
        <translation>Этот кэш создан более новым Parley (формат %1, здесь известны до %2). Ничего не изменено; обновите Parley.</translation>
    </message>
    <message>
        <source>“%1” is not a Parley cache. Nothing was changed; choose another folder with --data-dir, or move the file away.</source>
        <translation>«%1» — не кэш Parley. Ничего не изменено; выберите другую папку через --data-dir или уберите файл.</translation>
    </message>
    <message>
        <source>The key does not fit the cache “%1”, or the beginning of the file is damaged. Nothing was changed. Check that the key store is the one the cache was made with.</source>
        <translation>Ключ не подходит к кэшу «%1», или повреждено начало файла. Ничего не изменено. Проверьте, то ли это хранилище ключей, с которым создан кэш.</translation>
    </message>
    <message>
        <source>The cache is in use by another Parley. Close the other one, or choose another folder with --data-dir.</source>
        <translation>Кэш занят другим Parley. Закройте тот или выберите другую папку через --data-dir.</translation>
    </message>
    <message>
        <source>The cache is damaged. Nothing was changed; “parley doctor” can repair it and keeps what can be read.</source>
        <translation>Кэш повреждён. Ничего не изменено; «parley doctor» починит его и сохранит всё, что читается.</translation>
    </message>
    <message>
        <source>The cache was made by an older Parley and has not been brought up to date yet. Start Parley once, then try again.</source>
        <translation>Кэш создан старым Parley и ещё не обновлён. Запустите Parley один раз и повторите.</translation>
    </message>
    <message>
        <source>The key of the cache is missing or not 32 bytes long. Nothing was opened.</source>
        <translation>Ключа кэша нет, или его длина не 32 байта. Ничего не открыто.</translation>
    </message>
    <message>
        <source>There is no cache at “%1” yet.</source>
        <translation>В «%1» кэша ещё нет.</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Отмечено прочитанным</translation>
    </message>
    <message>
        <source>There is no contact %1.</source>
        <translation>Контакта %1 нет.</translation>
    </message>
    <message>
        <source>That is one contact already.</source>
        <translation>Это и так один контакт.</translation>
    </message>
    <message>
        <source>Contact %1 was not merged with anybody.</source>
        <translation>Контакт %1 ни с кем не объединён.</translation>
    </message>
    <message>
        <source>Answered privately</source>
        <translation>Ответ отправлен лично</translation>
    </message>
    <message>
        <source>The customer has only the beginning of this; the rest was discarded.</source>
        <translation>Клиент получил только начало; остальное отменено.</translation>
    </message>
    <message>
        <source>The customer cannot be told that it was read: this account has no read marks.</source>
        <translation>Сообщить клиенту о прочтении нельзя: у этого аккаунта нет отметок о прочтении.</translation>
    </message>
    <message>
        <source>Comments cannot be answered privately with this account.</source>
        <translation>С этим аккаунтом нельзя отвечать на комментарии лично.</translation>
    </message>
    <message>
        <source>Comments cannot be deleted from here with this account.</source>
        <translation>С этим аккаунтом нельзя удалять комментарии отсюда.</translation>
    </message>
    <message>
        <source>Sent messages cannot be deleted with this account.</source>
        <translation>С этим аккаунтом нельзя удалять отправленные сообщения.</translation>
    </message>
    <message>
        <source>Comments cannot be edited from here with this account.</source>
        <translation>С этим аккаунтом нельзя изменять комментарии отсюда.</translation>
    </message>
    <message>
        <source>Sent messages cannot be edited with this account.</source>
        <translation>С этим аккаунтом нельзя изменять отправленные сообщения.</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Отмечено непрочитанным</translation>
    </message>
    <message>
        <source>Given to no team</source>
        <translation>Без команды</translation>
    </message>
    <message>
        <source>Given to the team %1</source>
        <translation>Передано команде %1</translation>
    </message>
    <message>
        <source>Customer muted</source>
        <translation>Клиент заглушён</translation>
    </message>
    <message>
        <source>Customer no longer muted</source>
        <translation>Клиент больше не заглушён</translation>
    </message>
    <message>
        <source>Macro: %1</source>
        <translation>Макрос: %1</translation>
    </message>
    <message>
        <source>This account has no teams.</source>
        <translation>В этом аккаунте нет команд.</translation>
    </message>
    <message>
        <source>Customers cannot be muted with this account.</source>
        <translation>С этим аккаунтом нельзя заглушить клиента.</translation>
    </message>
    <message>
        <source>This account has no server that runs macros.</source>
        <translation>У этого аккаунта нет сервера, который выполнял бы макросы.</translation>
    </message>
</context>
<context>
    <name>parley::sync::AccountSync</name>
    <message>
        <source>Connecting…</source>
        <translation>Подключается…</translation>
    </message>
    <message>
        <source>Fetching older messages: %1 so far</source>
        <translation>Загружаем старые сообщения: уже %1</translation>
    </message>
    <message>
        <source>Fetching older messages: %1 of %2</source>
        <translation>Загружаем старые сообщения: %1 из %2</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>В сети</translation>
    </message>
    <message>
        <source>Complete to %1</source>
        <translation>Всё получено до %1</translation>
    </message>
    <message>
        <source>Offline since %1, next try %2</source>
        <translation>Не в сети с %1, следующая попытка %2</translation>
    </message>
    <message>
        <source>Offline since %1, as you asked. Replies are kept and sent when you are online again.</source>
        <translation>Не в сети с %1 по вашему желанию. Ответы хранятся и уйдут, когда вы вернётесь в сеть.</translation>
    </message>
    <message>
        <source>Parley is not running</source>
        <translation>Parley не запущен</translation>
    </message>
    <message>
        <source>Parley is not running; complete to %1</source>
        <translation>Parley не запущен; всё получено до %1</translation>
    </message>
    <message>
        <source>%1 does not answer. Replies are kept and sent by themselves; next try %2</source>
        <translation>%1 не отвечает. Ответы хранятся и уйдут сами; следующая попытка %2</translation>
    </message>
    <message>
        <source>%1 asks us to wait. Replies are kept and sent by themselves; next try %2</source>
        <translation>%1 просит подождать. Ответы хранятся и уйдут сами; следующая попытка %2</translation>
    </message>
    <message>
        <source>%1 answers with something we cannot use.</source>
        <translation>%1 присылает непригодный ответ.</translation>
    </message>
    <message>
        <source>%1 Nothing is lost; next try %2</source>
        <translation>%1 Ничего не потеряно; следующая попытка %2</translation>
    </message>
    <message>
        <source>Token refused: %1 Replies are kept until there is a new one.</source>
        <translation>Токен не принят: %1 Ответы хранятся, пока не будет нового.</translation>
    </message>
    <message>
        <source>the platform does not accept it.</source>
        <translation>платформа его не принимает.</translation>
    </message>
    <message>
        <source>There is no token for this account in the key store. Enter it again; replies are kept until then.</source>
        <translation>В хранилище ключей нет токена этого аккаунта. Введите его снова; ответы пока хранятся.</translation>
    </message>
    <message>
        <source>The key store could not be read: %1 Replies are kept; we try again.</source>
        <translation>Хранилище ключей не читается: %1 Ответы хранятся, пробуем снова.</translation>
    </message>
    <message>
        <source>it gave no reason.</source>
        <translation>причина не указана.</translation>
    </message>
    <message>
        <source>This Parley does not know the platform “%1”. What is in the cache can be read.</source>
        <translation>Этот Parley не знает платформы «%1». То, что в кэше, можно читать.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Выключен</translation>
    </message>
    <message>
        <source>Not sent yet: there is no connection. It goes out by itself.</source>
        <translation>Пока не отправлено: нет соединения. Уйдёт само.</translation>
    </message>
    <message>
        <source>Not sent yet: %1 asks us to wait. It goes out by itself.</source>
        <translation>Пока не отправлено: %1 просит подождать. Уйдёт само.</translation>
    </message>
    <message>
        <source>Not sent yet: %1 refuses the account’s token. It goes out once there is a new one.</source>
        <translation>Пока не отправлено: %1 не принимает токен аккаунта. Уйдёт, когда будет новый.</translation>
    </message>
    <message>
        <source>Not sent yet: a file could not be read or written. We try again.</source>
        <translation>Пока не отправлено: файл не читается или не пишется. Пробуем снова.</translation>
    </message>
    <message>
        <source>Not sent yet: %1 does not answer as it should. It goes out by itself.</source>
        <translation>Пока не отправлено: %1 отвечает не так, как должен. Уйдёт само.</translation>
    </message>
    <message>
        <source>The connection broke while this was being sent, and %1 cannot tell whether it arrived. It was not sent again: look there, then send it anyway or discard it.</source>
        <translation>Связь оборвалась во время отправки, и %1 не может сказать, дошло ли. Повторно не отправлено: проверьте там, затем отправьте всё равно или удалите.</translation>
    </message>
    <message>
        <source>%1 does not allow this to the account. The text is kept.</source>
        <translation>%1 не разрешает этого аккаунту. Текст сохранён.</translation>
    </message>
    <message>
        <source>%1 no longer knows this conversation or message. The text is kept.</source>
        <translation>%1 больше не знает этой переписки или сообщения. Текст сохранён.</translation>
    </message>
    <message>
        <source>It is too late to write to this customer on %1. The text is kept.</source>
        <translation>Писать этому клиенту через %1 уже поздно. Текст сохранён.</translation>
    </message>
    <message>
        <source>%1 refused it. The text is kept.</source>
        <translation>%1 не принимает это. Текст сохранён.</translation>
    </message>
    <message>
        <source>%1 answered with an error every time. The text is kept; you can send it again.</source>
        <translation>%1 каждый раз отвечает ошибкой. Текст сохранён, его можно отправить снова.</translation>
    </message>
    <message>
        <source>%1 did not hand over the file. You can ask for it again.</source>
        <translation>%1 не отдаёт файл. Его можно запросить снова.</translation>
    </message>
    <message>
        <source>%1 does not answer since %2; next try %3</source>
        <translation>%1 не отвечает с %2; следующая попытка в %3</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait</source>
        <translation>
            <numerusform>%n ответ ждёт отправки</numerusform>
            <numerusform>%n ответа ждут отправки</numerusform>
            <numerusform>%n ответов ждут отправки</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wants to see that a person is at work.</source>
        <translation>%1 хочет убедиться, что работает человек.</translation>
    </message>
    <message>
        <source>%1 Open the page, do what it asks, then synchronise; replies are kept.</source>
        <translation>%1 Откройте страницу, сделайте, что там просят, и запустите синхронизацию; ответы сохранены.</translation>
    </message>
    <message>
        <source>Fetching the conversations: %1 of %2</source>
        <translation>Загружаем переписки: %1 из %2</translation>
    </message>
    <message>
        <source>Older messages: %1 of %2 conversations are read</source>
        <translation>Старые сообщения: прочитано переписок: %1 из %2</translation>
    </message>
    <message>
        <source>The platform renewed the sign-in, and the key store did not take it: %1 It is tried again; if Parley ends before that, you may have to sign in again.</source>
        <translation>Платформа продлила вход, но хранилище ключей его не приняло: %1 Попытка повторится; если Parley закроется раньше, возможно, придётся войти снова.</translation>
    </message>
</context>
<context>
    <name>parley::sync::Engine</name>
    <message>
        <source>There is no such account any more.</source>
        <translation>Такого аккаунта больше нет.</translation>
    </message>
    <message>
        <source>This account is being changed at this moment. Try again when that is done.</source>
        <translation>Этот аккаунт сейчас изменяется. Повторите, когда закончится.</translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation>Аккаунту нужно имя.</translation>
    </message>
    <message>
        <source>There already is an account “%1”. Choose another name.</source>
        <translation>Аккаунт «%1» уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>Parley does not know the platform “%1”.</source>
        <translation>Parley не знает платформы «%1».</translation>
    </message>
    <message>
        <source>An account can only be checked online. Start without --offline.</source>
        <translation>Проверить аккаунт можно только в сети. Запустите без --offline.</translation>
    </message>
    <message>
        <source>%1 could not be set up.</source>
        <translation>Не удалось настроить: %1.</translation>
    </message>
    <message>
        <source>The account is removed, but its token is still in the key store: %1</source>
        <translation>Аккаунт удалён, но его токен остался в хранилище ключей: %1</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>Аккаунта «%1» нет.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>Не указано: %1.</translation>
    </message>
    <message>
        <source>%1 has no secret “%2”.</source>
        <translation>У %1 нет секрета «%2».</translation>
    </message>
    <message>
        <source>%1 has no sign-in in the browser.</source>
        <translation>У %1 нет входа через браузер.</translation>
    </message>
    <message>
        <source>Signing in needs the network. Start without --offline.</source>
        <translation>Для входа нужна сеть. Запустите без --offline.</translation>
    </message>
</context>
<context>
    <name>parley::ui::AccountForm</name>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>What your team calls it, for example “Shop”</source>
        <translation>Как его зовёт команда, например «Магазин»</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Адрес сервера</translation>
    </message>
    <message>
        <source>https://… ; empty: the platform&apos;s own</source>
        <translation>https://… ; пусто: сервер самой платформы</translation>
    </message>
    <message>
        <source>Please fill in “%1”.</source>
        <translation>Заполните поле «%1».</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (необязательно)</translation>
    </message>
</context>
<context>
    <name>parley::ui::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Аккаунты</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Как обстоят дела</translation>
    </message>
    <message>
        <source>No account yet. Connect a mailbox or a bot, and its customers appear in the inbox.</source>
        <translation>Аккаунтов пока нет. Подключите почту или бота, и их клиенты появятся во входящих.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Обновить сейчас</translation>
    </message>
    <message>
        <source>Replace the secret…</source>
        <translation>Заменить секрет…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Its conversations, notes, drafts and secret leave this computer. What is on %1 itself stays there.</source>
        <translation>Его переписки, заметки, черновики и секрет исчезнут с этого компьютера. То, что хранится в самом %1, там и останется.</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) in the outbox will not be sent.</source>
        <translation>
            <numerusform>%n действие из исходящих не будет отправлено.</numerusform>
            <numerusform>%n действия из исходящих не будут отправлены.</numerusform>
            <numerusform>%n действий из исходящих не будут отправлены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Удаление аккаунта</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>parley::ui::AddAccountDialog</name>
    <message>
        <source>Connect an account</source>
        <translation>Подключение аккаунта</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Платформа</translation>
    </message>
    <message>
        <source>The secret goes into the system&apos;s key store, and to this platform only.</source>
        <translation>Секрет хранится в системном хранилище ключей и передаётся только этой платформе.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>No platform is built in</source>
        <translation>Ни одной платформы не встроено</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Подключить %1</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Выполняется вход…</translation>
    </message>
</context>
<context>
    <name>parley::ui::AttachmentOpener</name>
    <message>
        <source>The attachment is being fetched; it can be opened here when it has come.</source>
        <translation>Вложение скачивается; когда придёт, его можно будет открыть здесь.</translation>
    </message>
    <message>
        <source>“%1” could run as a program, so it is not opened from here. You can save it.</source>
        <translation>«%1» может запуститься как программа, поэтому отсюда не открывается. Его можно сохранить.</translation>
    </message>
    <message>
        <source>No temporary folder could be made. The attachment is kept; you can save it elsewhere.</source>
        <translation>Не удалось создать временную папку. Вложение на месте, его можно сохранить в другое место.</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>Сохранить вложение</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. The attachment is kept here.</source>
        <translation>Не удалось записать «%1»: %2. Вложение осталось здесь.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Сохранено: %1.</translation>
    </message>
    <message>
        <source>No program here opens “%1”. You can save it.</source>
        <translation>Открыть «%1» здесь нечем. Его можно сохранить.</translation>
    </message>
</context>
<context>
    <name>parley::ui::AttachmentStrip</name>
    <message>
        <source>“%1” has %2, this channel takes at most %3. It was not attached.</source>
        <translation>«%1» занимает %2, а канал принимает не больше %3. Файл не прикреплён.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. It was not attached.</source>
        <translation>«%1» не читается: %2. Файл не прикреплён.</translation>
    </message>
    <message>
        <source>“%1” is empty. It was not attached.</source>
        <translation>«%1» пуст. Файл не прикреплён.</translation>
    </message>
    <message>
        <source>picture</source>
        <extracomment>The file name of a picture pasted from the clipboard</extracomment>
        <translation>снимок</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Убрать «%1»</translation>
    </message>
</context>
<context>
    <name>parley::ui::BrowserSignIn</name>
    <message>
        <source>Cancel the sign-in</source>
        <translation>Отменить вход</translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation>Войти в браузере…</translation>
    </message>
    <message>
        <source>Waiting for you to sign in in the browser…</source>
        <translation>Ожидание входа в браузере…</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Открыть страницу ещё раз</translation>
    </message>
    <message>
        <source>You are signed in; the token is filled in.</source>
        <translation>Вход выполнен, токен заполнен.</translation>
    </message>
</context>
<context>
    <name>parley::ui::CannedCompleter</name>
    <message>
        <source>No response fits. Esc closes.</source>
        <translation>Подходящего ответа нет. Esc закрывает список.</translation>
    </message>
</context>
<context>
    <name>parley::ui::CannedPopup</name>
    <message>
        <source>Canned responses</source>
        <translation>Готовые ответы</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter inserts · Esc keeps what is typed</source>
        <translation>↑ ↓ выбор · Enter — вставить · Esc — оставить набранное</translation>
    </message>
    <message>
        <source>%1, %2 of %3: %4</source>
        <translation>%1, %2 из %3: %4</translation>
    </message>
</context>
<context>
    <name>parley::ui::Composer</name>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>This channel takes no attachments.</source>
        <translation>Этот канал не принимает вложений.</translation>
    </message>
    <message>
        <source>Not sent: %1 Your text is kept.</source>
        <translation>Не отправлено: %1 Ваш текст сохранён.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Note for the team</source>
        <translation>Заметка для команды</translation>
    </message>
    <message>
        <source>Only the team sees notes</source>
        <translation>Заметки видит только команда</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Прикрепить</translation>
    </message>
    <message>
        <source>Attach files; they can also be dropped or pasted into the text</source>
        <translation>Прикрепить файлы; их можно и перетащить или вставить в текст</translation>
    </message>
    <message>
        <source>Do not quote</source>
        <translation>Не цитировать</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>A note that only the team sees…</source>
        <translation>Заметка, которую видит только команда…</translation>
    </message>
    <message>
        <source>Note for the team. The customer does not see it</source>
        <translation>Заметка для команды. Клиент её не видит</translation>
    </message>
    <message>
        <source>This ticket is no longer in the cache.</source>
        <translation>Этого обращения больше нет в кэше.</translation>
    </message>
    <message>
        <source>This conversation cannot be answered.</source>
        <translation>В эту переписку ответить нельзя.</translation>
    </message>
    <message>
        <source>The channel&apos;s time for answers ended on %1. The customer has to write first.</source>
        <translation>Время для ответа в этом канале вышло %1. Сначала должен написать клиент.</translation>
    </message>
    <message>
        <source>Save note for the team</source>
        <translation>Сохранить заметку для команды</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send · %1</source>
        <translation>Отправить · %1</translation>
    </message>
    <message>
        <source>Reply publicly · %1</source>
        <translation>Ответить публично · %1</translation>
    </message>
    <message>
        <source>Reply privately · %1</source>
        <translation>Ответить лично · %1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Reply · %1</source>
        <translation>Ответ · %1</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation>Сообщение для %1…</translation>
    </message>
    <message>
        <source>Reply to %1 through %2</source>
        <translation>Ответ для %1 через %2</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <extracomment>The key that sends, behind the button&apos;s words</extracomment>
        <translation>Ctrl ↵</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Ctrl+Shift+Enter sends and opens the next ticket, Esc goes back to the list</source>
        <translation>Ctrl+Enter отправляет, Ctrl+Shift+Enter отправляет и открывает следующее обращение, Esc возвращает к списку</translation>
    </message>
    <message>
        <source>In reply to: %1</source>
        <translation>В ответ на: %1</translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation>Черновик не сохранён: %1</translation>
    </message>
    <message>
        <source>No network. Will be sent when the network is back.</source>
        <translation>Нет сети. Отправится, когда сеть появится.</translation>
    </message>
    <message>
        <source>Only the customer and your team read it (Ctrl+Shift+P changes between the two)</source>
        <translation>Это увидят только клиент и ваша команда (Ctrl+Shift+P переключает)</translation>
    </message>
    <message>
        <source>Shows where the text will be cut (Ctrl+Shift+M)</source>
        <translation>Показать, где текст разделится (Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>This customer cannot be written to privately. Answer under the post instead.</source>
        <translation>Этому клиенту нельзя написать лично. Ответьте под записью.</translation>
    </message>
    <message>
        <source>Everybody will read this answer…</source>
        <translation>Этот ответ увидят все…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>how a long text is sent</comment>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goes as %n message(s). Shows where the text will be cut</source>
        <translation>
            <numerusform>Уйдёт %n сообщением. Показать, где текст разделится</numerusform>
            <numerusform>Уйдёт %n сообщениями. Показать, где текст разделится</numerusform>
            <numerusform>Уйдёт %n сообщениями. Показать, где текст разделится</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer under the post</source>
        <translation>Ответить под записью</translation>
    </message>
    <message>
        <source>Under the post</source>
        <translation>Под записью</translation>
    </message>
    <message>
        <source>Answer privately</source>
        <translation>Ответить лично</translation>
    </message>
    <message>
        <source>Privately</source>
        <translation>Лично</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Answer under the post. Everybody can read it</source>
        <translation>Ответить под записью. Это увидят все</translation>
    </message>
    <message>
        <source>Everybody can read it</source>
        <translation>Это увидят все</translation>
    </message>
    <message>
        <source>Answer privately. Only the customer and your team read it</source>
        <translation>Ответить лично. Увидят только клиент и ваша команда</translation>
    </message>
    <message>
        <source>Public: everybody can read this answer.</source>
        <translation>Публично: этот ответ увидят все.</translation>
    </message>
    <message>
        <source>Private: only %1 and your team read this answer.</source>
        <translation>Лично: ответ увидят только %1 и ваша команда.</translation>
    </message>
    <message>
        <source>The team has no canned responses yet. They are written on the helpdesk server, in its settings, and come here by themselves.</source>
        <translation>У команды пока нет готовых ответов. Их пишут на сервере поддержки, в его настройках, и здесь они появляются сами.</translation>
    </message>
    <message>
        <source>%1 has no canned responses. They come from a helpdesk server such as Chatwoot, for what its customers write.</source>
        <translation>В «%1» нет готовых ответов. Они приходят с сервера поддержки, например Chatwoot, для обращений его клиентов.</translation>
    </message>
    <message>
        <source>Not sent: “%1” is still to be filled in. Tab goes to the next one.</source>
        <translation>Не отправлено: ещё не заполнено «%1». Tab — к следующему пропуску.</translation>
    </message>
    <message>
        <source>Fill in: %1</source>
        <translation>Заполните: %1</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Готовые ответы</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Готовые ответы</translation>
    </message>
    <message>
        <source>Canned responses of the team: type / at the beginning of a word, or press Ctrl+Space</source>
        <translation>Готовые ответы команды: введите / в начале слова или нажмите Ctrl+Space</translation>
    </message>
</context>
<context>
    <name>parley::ui::ContextCard</name>
    <message>
        <source>What this conversation is about</source>
        <translation>О чём этот разговор</translation>
    </message>
    <message>
        <source>About this conversation</source>
        <translation>Об этом разговоре</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Показать целиком</translation>
    </message>
    <message>
        <source>Fold it to three lines</source>
        <translation>Свернуть до трёх строк</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Свернуть</translation>
    </message>
</context>
<context>
    <name>parley::ui::ConversationHeader</name>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>ждёт %1</translation>
    </message>
    <message>
        <source>sleeps until %1</source>
        <translation>отложено до %1</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Назад к списку (Esc)</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Открыть снова</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Решить</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>команда %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::ConversationPane</name>
    <message>
        <source>The quoted message is not in the cache.</source>
        <translation>Цитируемого сообщения нет в кэше.</translation>
    </message>
    <message>
        <source>This link is not opened: it is neither a web page nor an e-mail address.</source>
        <translation>Эта ссылка не открывается: это не веб-страница и не адрес почты.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Открыть эту ссылку?</translation>
    </message>
    <message>
        <source>It really leads to:</source>
        <translation>На самом деле она ведёт сюда:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Всё равно отправить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>Открыть «%1»</translation>
    </message>
    <message>
        <source>Save “%1” …</source>
        <translation>Сохранить «%1»…</translation>
    </message>
    <message>
        <source>Show raw</source>
        <translation>Исходные данные</translation>
    </message>
    <message>
        <source>Show as plain text</source>
        <translation>Показать простым текстом</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Копировать текст</translation>
    </message>
    <message>
        <source>Copy selected</source>
        <translation>Копировать выделенное</translation>
    </message>
    <message>
        <source>Quote in the reply</source>
        <translation>Цитировать в ответе</translation>
    </message>
    <message>
        <source>Whole message</source>
        <translation>Сообщение целиком</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Текст сообщения</translation>
    </message>
    <message>
        <source>No ticket is open.
J: the next in the list, Ctrl+K: go to anything</source>
        <translation>Обращение не открыто.
J: следующее в списке, Ctrl+K: перейти куда угодно</translation>
    </message>
    <message>
        <source>Who is typing</source>
        <translation>Кто печатает</translation>
    </message>
    <message>
        <source>%1 types …</source>
        <translation>%1 печатает…</translation>
    </message>
    <message numerus="yes">
        <source>↓ %n new message(s)</source>
        <translation>
            <numerusform>↓ %n новое сообщение</numerusform>
            <numerusform>↓ %n новых сообщения</numerusform>
            <numerusform>↓ %n новых сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go to %n new message(s)</source>
        <translation>
            <numerusform>Перейти к %n новому сообщению</numerusform>
            <numerusform>Перейти к %n новым сообщениям</numerusform>
            <numerusform>Перейти к %n новым сообщениям</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer under the post instead</source>
        <translation>Ответить под записью</translation>
    </message>
    <message>
        <source>Change what was sent …</source>
        <translation>Изменить отправленное …</translation>
    </message>
    <message>
        <source>Delete for everybody …</source>
        <translation>Удалить у всех …</translation>
    </message>
    <message>
        <source>This message cannot be changed.</source>
        <translation>Это сообщение нельзя изменить.</translation>
    </message>
    <message>
        <source>This message cannot be deleted.</source>
        <translation>Это сообщение нельзя удалить.</translation>
    </message>
    <message>
        <source>The change is on its way.</source>
        <translation>Изменение отправляется.</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Удалить это сообщение?</translation>
    </message>
    <message>
        <source>It goes from under the post, for everybody.</source>
        <translation>Оно исчезнет из-под записи для всех.</translation>
    </message>
    <message>
        <source>It goes from the customer&apos;s chat as well as from ours.</source>
        <translation>Оно исчезнет и у клиента, и у нас.</translation>
    </message>
    <message>
        <source>Parley keeps its text here, struck through.</source>
        <translation>Его текст останется в Parley зачёркнутым.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>The message is being deleted.</source>
        <translation>Сообщение удаляется.</translation>
    </message>
    <message>
        <source>The text was carried over. Its files stay with the message that was refused.</source>
        <translation>Текст перенесён. Файлы остались у отклонённого сообщения.</translation>
    </message>
    <message>
        <source>No program could be started for %1.</source>
        <translation>Не удалось открыть %1: нет подходящей программы.</translation>
    </message>
</context>
<context>
    <name>parley::ui::CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Обращение</translation>
    </message>
    <message>
        <source>About them</source>
        <translation>О клиенте</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Метки через запятую</translation>
    </message>
    <message>
        <source>refund, carrier</source>
        <translation>возврат, доставка</translation>
    </message>
    <message>
        <source>low</source>
        <translation>низкий</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>обычный</translation>
    </message>
    <message>
        <source>high</source>
        <translation>высокий</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>срочный</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никто</translation>
    </message>
    <message>
        <source>me</source>
        <translation>я</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыто</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ждём клиента</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>отложено</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>решено</translation>
    </message>
    <message>
        <source>About this customer, for the team only</source>
        <translation>Об этом клиенте, только для команды</translation>
    </message>
    <message>
        <source>What the team should know</source>
        <translation>Что команде стоит знать</translation>
    </message>
    <message>
        <source>visitor, session %1</source>
        <translation>посетитель, сеанс %1</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Known about them</source>
        <translation>Что известно</translation>
    </message>
    <message>
        <source>Muted: what they write does not come in</source>
        <translation>Заблокирован: его сообщения не приходят</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Rating: %1</source>
        <translation>Оценка: %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::EditDialog</name>
    <message>
        <source>Edit what is not sent</source>
        <translation>Изменить неотправленное</translation>
    </message>
    <message>
        <source>Change what was sent</source>
        <translation>Изменить отправленное</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>Текст ответа</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>%1 characters; one message takes %2.</source>
        <translation>%1 символов; в одно сообщение входит %2.</translation>
    </message>
    <message>
        <source>“%1” looks like personal data. Everybody will read it.</source>
        <translation>«%1» похоже на личные данные. Их увидят все.</translation>
    </message>
</context>
<context>
    <name>parley::ui::FactLabel</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
</context>
<context>
    <name>parley::ui::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Найти в переписке</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Найденные места</translation>
    </message>
    <message>
        <source>Older place</source>
        <translation>Более раннее место</translation>
    </message>
    <message>
        <source>Older place (Enter)</source>
        <translation>Более раннее место (Enter)</translation>
    </message>
    <message>
        <source>Newer place</source>
        <translation>Более позднее место</translation>
    </message>
    <message>
        <source>Newer place (Shift+Enter)</source>
        <translation>Более позднее место (Shift+Enter)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Закрыть поиск</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Закрыть поиск (Esc)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>parley::ui::GuardStrip</name>
    <message>
        <source>“%1” looks like a card number. Everybody will read it.</source>
        <translation>«%1» похоже на номер карты. Его увидят все.</translation>
    </message>
    <message>
        <source>“%1” looks like a phone number. Everybody will read it.</source>
        <translation>«%1» похоже на номер телефона. Его увидят все.</translation>
    </message>
    <message>
        <source>“%1” looks like a passport number. Everybody will read it.</source>
        <translation>«%1» похоже на номер паспорта. Его увидят все.</translation>
    </message>
    <message>
        <source>“%1” looks like an e-mail address. Everybody will read it.</source>
        <translation>«%1» похоже на адрес почты. Его увидят все.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) like this are marked.</source>
        <translation>
            <numerusform>Отмечено %n такое место.</numerusform>
            <numerusform>Отмечено %n таких места.</numerusform>
            <numerusform>Отмечено %n таких мест.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer privately</source>
        <translation>Ответить лично</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Всё равно отправить</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Back to the text (Esc)</source>
        <translation>Назад к тексту (Esc)</translation>
    </message>
</context>
<context>
    <name>parley::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Letters are places on the keyboard: they work on any layout, while no text field has the keys. “G U” is G, then U.</source>
        <translation>Буквы — это места на клавиатуре: они работают в любой раскладке, пока курсор не в поле ввода. «G U» — это G, затем U.</translation>
    </message>
</context>
<context>
    <name>parley::ui::LiveMarks</name>
    <message>
        <source>A colleague</source>
        <translation>Коллега</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are answering</source>
        <translation>
            <numerusform>%1 и ещё %n коллега отвечают</numerusform>
            <numerusform>%1 и ещё %n коллеги отвечают</numerusform>
            <numerusform>%1 и ещё %n коллег отвечают</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is answering</source>
        <translation>%1 отвечает</translation>
    </message>
    <message>
        <source>%1 · not known since %2</source>
        <translation>%1 · с %2 неизвестно</translation>
    </message>
    <message>
        <source>%1 was answering, not known since %2</source>
        <translation>%1 отвечает, с %2 неизвестно</translation>
    </message>
</context>
<context>
    <name>parley::ui::Macro</name>
    <message>
        <source>Sends to the customer in private: “%1”</source>
        <translation>Отправит клиенту лично: «%1»</translation>
    </message>
    <message>
        <source>Sends to the customer: “%1”</source>
        <translation>Отправит клиенту: «%1»</translation>
    </message>
    <message>
        <source>Note for the team: “%1”</source>
        <translation>Заметка для команды: «%1»</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Отложено до %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Статус: %1</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Без исполнителя</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Назначено: %1</translation>
    </message>
    <message>
        <source>Without a team</source>
        <translation>Без команды</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <translation>Команда: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Метки: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Приоритет: %1</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Ответ не нужен</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Отмечено прочитанным</translation>
    </message>
    <message>
        <source>Marked as not seen</source>
        <translation>Отмечено непросмотренным</translation>
    </message>
    <message>
        <source>The customer can no longer write; the ticket is resolved</source>
        <translation>Клиент больше не сможет писать; обращение решено</translation>
    </message>
    <message>
        <source>The customer can write again</source>
        <translation>Клиент снова сможет писать</translation>
    </message>
    <message>
        <source>Runs the macro “%1”</source>
        <translation>Запустит макрос «%1»</translation>
    </message>
    <message>
        <source>Changes a message</source>
        <translation>Изменит сообщение</translation>
    </message>
    <message>
        <source>Deletes a message</source>
        <translation>Удалит сообщение</translation>
    </message>
    <message numerus="yes">
        <source>The server runs “%1” for %n ticket(s).</source>
        <translation>
            <numerusform>Сервер выполняет «%1» для %n обращения.</numerusform>
            <numerusform>Сервер выполняет «%1» для %n обращений.</numerusform>
            <numerusform>Сервер выполняет «%1» для %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” was done to %n ticket(s).</source>
        <translation>
            <numerusform>«%1» выполнен для %n обращения.</numerusform>
            <numerusform>«%1» выполнен для %n обращений.</numerusform>
            <numerusform>«%1» выполнен для %n обращений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::MacroDialog</name>
    <message>
        <source>Run a macro</source>
        <translation>Выполнить макрос</translation>
    </message>
    <message>
        <source>Which macro?</source>
        <translation>Какой макрос?</translation>
    </message>
    <message>
        <source>Find a macro</source>
        <translation>Найти макрос</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Макросы</translation>
    </message>
    <message>
        <source>What the macro does</source>
        <translation>Что делает макрос</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>only mine</source>
        <translation>только мой</translation>
    </message>
    <message numerus="yes">
        <source>What it does to %n ticket(s)</source>
        <translation>
            <numerusform>Что изменится в %n обращении</numerusform>
            <numerusform>Что изменится в %n обращениях</numerusform>
            <numerusform>Что изменится в %n обращениях</numerusform>
        </translation>
    </message>
    <message>
        <source>No macro fits.</source>
        <translation>Подходящих макросов нет.</translation>
    </message>
    <message>
        <source>is so already</source>
        <translation>уже так</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n ticket(s)</source>
        <translation>
            <numerusform>%1 из %n обращения</numerusform>
            <numerusform>%1 из %n обращений</numerusform>
            <numerusform>%1 из %n обращений</numerusform>
        </translation>
    </message>
    <message>
        <source>This macro runs on the server and cannot be undone here.</source>
        <translation>Макрос выполняется на сервере, отменить его здесь нельзя.</translation>
    </message>
    <message>
        <source>A message goes to the customer. Ctrl+Z takes it back as long as it has not left.</source>
        <translation>Клиенту уйдёт сообщение. Пока оно не отправлено, Ctrl+Z его вернёт.</translation>
    </message>
    <message>
        <source>Everything is so already: there is nothing to do.</source>
        <translation>Всё уже так: делать нечего.</translation>
    </message>
    <message>
        <source>Run on the server</source>
        <translation>Выполнить на сервере</translation>
    </message>
    <message>
        <source>Send and apply</source>
        <translation>Отправить и применить</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
</context>
<context>
    <name>parley::ui::MainWindow</name>
    <message>
        <source>Panes</source>
        <translation>Панели</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>%1 is connected. Its messages are being fetched.</source>
        <translation>%1: подключено. Сообщения загружаются.</translation>
    </message>
    <message>
        <source>#%1 is in the clipboard.</source>
        <translation>#%1 в буфере обмена.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никто</translation>
    </message>
    <message>
        <source>Another time …</source>
        <translation>Другое время…</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>For how long, or until when? For instance 45m, 2h, 3d, 2w, 18:00</source>
        <translation>На сколько или до какого времени? Например, 45m, 2h, 3d, 2w, 18:00</translation>
    </message>
    <message>
        <source>“%1” is not understood. Nothing was changed; try 45m, 2h, 3d, 2w or 18:00.</source>
        <translation>«%1» не распознано. Ничего не изменено; попробуйте 45m, 2h, 3d, 2w или 18:00.</translation>
    </message>
    <message>
        <source>Fetching what is new.</source>
        <translation>Получаем новое.</translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation>Выйти?</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) or change(s) are not sent yet. They are kept and go out at the next start.</source>
        <translation>
            <numerusform>Ещё не отправлено %n сообщение или изменение. Оно сохранено и уйдёт при следующем запуске.</numerusform>
            <numerusform>Ещё не отправлено %n сообщения или изменения. Они сохранены и уйдут при следующем запуске.</numerusform>
            <numerusform>Ещё не отправлено %n сообщений или изменений. Они сохранены и уйдут при следующем запуске.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Обращение</translation>
    </message>
    <message>
        <source>Open ticket #%1</source>
        <translation>Открыть обращение #%1</translation>
    </message>
    <message>
        <source>There is no ticket #%1 here.</source>
        <translation>Обращения #%1 здесь нет.</translation>
    </message>
    <message>
        <source>Search tickets for “%1”</source>
        <translation>Искать в обращениях «%1»</translation>
    </message>
    <message>
        <source>For the whole team: there is one mark for all.</source>
        <translation>Для всей команды: отметка одна на всех.</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Сохранённый раздел</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Я</translation>
    </message>
    <message>
        <source>Me (%1)</source>
        <translation>Я (%1)</translation>
    </message>
    <message>
        <source>my team</source>
        <translation>моя команда</translation>
    </message>
    <message>
        <source>team</source>
        <translation>команда</translation>
    </message>
    <message>
        <source>Assign to “%1”</source>
        <translation>Назначить: «%1»</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n ticket(s)</source>
        <translation>
            <numerusform>Назначить %n обращение</numerusform>
            <numerusform>Назначить %n обращения</numerusform>
            <numerusform>Назначить %n обращений</numerusform>
        </translation>
    </message>
    <message>
        <source>To whom? Any name will do</source>
        <translation>Кому? Подойдёт любое имя</translation>
    </message>
    <message>
        <source>To whom? A name or a team</source>
        <translation>Кому? Имя или команда</translation>
    </message>
    <message>
        <source>Nobody of that name works here. Esc closes.</source>
        <translation>Здесь нет никого с таким именем. Esc закрывает.</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Без команды</translation>
    </message>
    <message numerus="yes">
        <source>Give %n ticket(s) to a team</source>
        <translation>
            <numerusform>Передать команде %n обращение</numerusform>
            <numerusform>Передать команде %n обращения</numerusform>
            <numerusform>Передать команде %n обращений</numerusform>
        </translation>
    </message>
    <message>
        <source>Which team?</source>
        <translation>Какой команде?</translation>
    </message>
    <message>
        <source>There is no team of that name. Esc closes.</source>
        <translation>Команды с таким названием нет. Esc закрывает.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>New tag “%1”</source>
        <translation>Новая метка «%1»</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s)</source>
        <translation>
            <numerusform>Метки %n обращения</numerusform>
            <numerusform>Метки %n обращений</numerusform>
            <numerusform>Метки %n обращений</numerusform>
        </translation>
    </message>
    <message>
        <source>Which tag? A new one will do</source>
        <translation>Какая метка? Можно новую</translation>
    </message>
    <message>
        <source>No tag was given yet. Type one.</source>
        <translation>Меток ещё нет. Введите первую.</translation>
    </message>
    <message>
        <source>Enter puts on or takes off · Ctrl+Enter goes on choosing</source>
        <translation>Enter ставит или снимает · Ctrl+Enter — и выбирать дальше</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Заглушить</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n customer(s) from writing?</source>
        <translation>
            <numerusform>Запретить писать %n клиенту?</numerusform>
            <numerusform>Запретить писать %n клиентам?</numerusform>
            <numerusform>Запретить писать %n клиентам?</numerusform>
        </translation>
    </message>
    <message>
        <source>The server blocks the contact and resolves the ticket. What they write meanwhile does not arrive; it can be undone here at any time.</source>
        <translation>Сервер заблокирует контакт и пометит обращение решённым. То, что клиент напишет за это время, не дойдёт; отменить можно здесь в любой момент.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>parley::ui::Message</name>
    <message>
        <source>Hide quoted text</source>
        <translation>Скрыть цитату</translation>
    </message>
    <message>
        <source>… quoted text</source>
        <translation>… цитата</translation>
    </message>
    <message>
        <source>Show the whole message (%1)</source>
        <translation>Показать сообщение целиком (%1)</translation>
    </message>
    <message>
        <source>Show raw</source>
        <translation>Исходные данные</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Вложение</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Скачать</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Всё равно отправить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>в очереди</translation>
    </message>
    <message>
        <source>queued offline</source>
        <translation>в очереди, нет сети</translation>
    </message>
    <message>
        <source>sending …</source>
        <translation>отправляется…</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>held</source>
        <translation>придержано</translation>
    </message>
    <message>
        <source>Your note · only the team sees this</source>
        <translation>Ваша заметка · видит только команда</translation>
    </message>
    <message>
        <source>Note by %1 · only the team sees this</source>
        <translation>Заметка: %1 · видит только команда</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>%1 · automatic</source>
        <translation>%1 · автоответ</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Not sent. The text is kept here.</source>
        <translation>Не отправлено. Текст сохранён здесь.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Не отправлено: %1</translation>
    </message>
    <message>
        <source>Held, not sent: the conversation moved on after your last look.</source>
        <translation>Придержано, не отправлено: после вашего последнего взгляда в переписке появилось новое.</translation>
    </message>
    <message>
        <source>Held, not sent: %1</source>
        <translation>Придержано, не отправлено: %1</translation>
    </message>
    <message>
        <source>Parley cannot show this kind of message yet. It is kept as it came.</source>
        <translation>Parley пока не умеет показывать такие сообщения. Оно сохранено как пришло.</translation>
    </message>
    <message>
        <source>Parley cannot show this fully; it is kept as it came: %1</source>
        <translation>Parley не может показать это полностью; сохранено как пришло: %1</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>в пути</translation>
    </message>
    <message>
        <source>large: fetched when you ask</source>
        <translation>большое: скачается по вашей просьбе</translation>
    </message>
    <message>
        <source>could not be fetched</source>
        <translation>скачать не удалось</translation>
    </message>
    <message>
        <source>deleted by its author</source>
        <translation>удалено автором</translation>
    </message>
    <message>
        <source>Attachment: %1.</source>
        <translation>Вложение: %1.</translation>
    </message>
    <message>
        <source>Answer under the post instead</source>
        <translation>Ответить под записью</translation>
    </message>
    <message>
        <source>Public · everybody can read this</source>
        <translation>Публично · это видят все</translation>
    </message>
    <message>
        <source>Private · only the customer and your team</source>
        <translation>Лично · только клиент и ваша команда</translation>
    </message>
</context>
<context>
    <name>parley::ui::MessageView</name>
    <message>
        <source>Conversation</source>
        <translation>Переписка</translation>
    </message>
    <message>
        <source>Ticket #%1 · %2</source>
        <translation>Обращение #%1 · %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Continued in private</source>
        <translation>Продолжено лично</translation>
    </message>
    <message>
        <source>Under the post</source>
        <translation>Под записью</translation>
    </message>
</context>
<context>
    <name>parley::ui::OutboxModel</name>
    <message>
        <source>will be tried again</source>
        <translation>будет новая попытка</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>held</source>
        <translation>придержано</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Ответ не нужен</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Удаление</translation>
    </message>
    <message>
        <source>The thread has moved on since you wrote this.</source>
        <translation>Пока вы писали, в переписке появилось новое.</translation>
    </message>
    <message>
        <source>It may have arrived: the answer to the sending was lost, and the platform cannot tell.</source>
        <translation>Возможно, уже дошло: ответ на отправку потерялся, а платформа сказать не может.</translation>
    </message>
    <message>
        <source>The platform refuses the account&apos;s sign-in.</source>
        <translation>Платформа отказывает аккаунту во входе.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Следующая</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>Seen mark</source>
        <translation>Отметка о просмотре</translation>
    </message>
    <message>
        <source>Unseen mark</source>
        <translation>Отметка «не просмотрено»</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Muting</source>
        <translation>Блокировка</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>Макрос</translation>
    </message>
</context>
<context>
    <name>parley::ui::OutboxView</name>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>What is not sent yet</source>
        <translation>Что ещё не отправлено</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Ваш текст</translation>
    </message>
    <message>
        <source>Nothing waits to be sent. Esc goes back to the tickets.</source>
        <translation>Отправлять нечего. Esc возвращает к обращениям.</translation>
    </message>
    <message>
        <source>New in the thread</source>
        <translation>Новое в переписке</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>Открыть обращение</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>A reply can be changed while it is held</source>
        <translation>Ответ можно изменить, пока он придержан</translation>
    </message>
    <message>
        <source>Send this text</source>
        <translation>Отправить этот текст</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Всё равно отправить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>The text is empty. Discard the row to send nothing.</source>
        <translation>Текст пуст. Чтобы ничего не отправлять, удалите строку.</translation>
    </message>
</context>
<context>
    <name>parley::ui::Palette</name>
    <message>
        <source>An action, a view, a customer, #number</source>
        <translation>Действие, раздел, клиент, #номер</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Перейти куда угодно</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Что подходит</translation>
    </message>
    <message>
        <source>Nothing fits. Esc closes.</source>
        <translation>Ничего не подходит. Esc закрывает.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбрано</translation>
    </message>
    <message>
        <source>chosen for some</source>
        <translation>выбрано для некоторых</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>не выбрано</translation>
    </message>
</context>
<context>
    <name>parley::ui::PeopleSection</name>
    <message>
        <source>Same person as …</source>
        <translation>Тот же человек, что и …</translation>
    </message>
    <message>
        <source>Join this customer with somebody whom you know already</source>
        <translation>Объединить этого клиента с тем, кого вы уже знаете</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Имя или адрес</translation>
    </message>
    <message>
        <source>Whom is it? Name or address</source>
        <translation>Кто это? Имя или адрес</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Найденные люди</translation>
    </message>
    <message>
        <source>Nobody is called so.</source>
        <translation>Таких нет.</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>“%1” becomes “%2”: all addresses, tickets and messages of both will stand under “%2”. Nothing is sent, and the two can be parted again.</source>
        <translation>«%1» станет «%2»: все адреса, обращения и сообщения обоих будут под именем «%2». Ничего не отправляется, и их можно снова разделить.</translation>
    </message>
    <message>
        <source>with %1, joined %2</source>
        <translation>вместе с: %1, объединено %2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Разделить</translation>
    </message>
    <message>
        <source>Part from %1: two people after all</source>
        <translation>Отделить от «%1»: это всё-таки разные люди</translation>
    </message>
    <message>
        <source>Two people after all: each gets the own addresses and messages back</source>
        <translation>Это разные люди: каждый получит обратно свои адреса и сообщения</translation>
    </message>
</context>
<context>
    <name>parley::ui::RawDialog</name>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>Не удалось записать «%1»: %2.</translation>
    </message>
    <message>
        <source>Raw payloads</source>
        <translation>Исходные данные</translation>
    </message>
    <message>
        <source>Payloads that were not understood</source>
        <translation>Данные, которые не удалось разобрать</translation>
    </message>
    <message>
        <source>The payload as it came</source>
        <translation>Данные как пришли</translation>
    </message>
    <message>
        <source>Everything that came was understood.</source>
        <translation>Всё, что пришло, удалось разобрать.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Only the beginning is shown here. “Save as…” and “Copy” give all of it.</source>
        <translation>Здесь показано только начало. «Сохранить как…» и «Копировать» дают всё целиком.</translation>
    </message>
    <message>
        <source>Save the payload</source>
        <translation>Сохранить данные</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Сохранено как «%1».</translation>
    </message>
</context>
<context>
    <name>parley::ui::SecretDialog</name>
    <message>
        <source>Replace the secret</source>
        <translation>Замена секрета</translation>
    </message>
    <message>
        <source>A new secret for “%1”. It takes the old one&apos;s place, and the account signs in with it at once.</source>
        <translation>Новый секрет для «%1». Он заменит старый, и аккаунт сразу войдёт с ним.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохраняется…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Please fill in “%1”.</source>
        <translation>Заполните поле «%1».</translation>
    </message>
    <message>
        <source>Which secret</source>
        <translation>Какой секрет</translation>
    </message>
</context>
<context>
    <name>parley::ui::Sidebar</name>
    <message>
        <source>Views and accounts</source>
        <translation>Разделы и аккаунты</translation>
    </message>
</context>
<context>
    <name>parley::ui::SidebarModel</name>
    <message>
        <source>Views</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Аккаунты</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <translation>
            <numerusform>%1, %n обращение</numerusform>
            <numerusform>%1, %n обращения</numerusform>
            <numerusform>%1, %n обращений</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранённые</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>следующая попытка %1</translation>
    </message>
    <message>
        <source>%1, saved view of %2</source>
        <translation>%1, сохранённый раздел аккаунта %2</translation>
    </message>
</context>
<context>
    <name>parley::ui::SizeWords</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How much of what is being sent has left: &quot;2.1 of 8.0 MB&quot;</extracomment>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>parley::ui::SplitPopup</name>
    <message numerus="yes">
        <source>Goes as %n message(s)</source>
        <translation>
            <numerusform>Уйдёт %n сообщением</numerusform>
            <numerusform>Уйдёт %n сообщениями</numerusform>
            <numerusform>Уйдёт %n сообщениями</numerusform>
        </translation>
    </message>
    <message>
        <source>Message %1 of %2 · %3 characters</source>
        <translation>Сообщение %1 из %2 · %3 символов</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Работа без сети</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Работать без сети</translation>
    </message>
    <message>
        <source>Nothing is fetched or sent. Click to connect again</source>
        <translation>Ничего не получается и не отправляется. Нажмите, чтобы подключиться снова</translation>
    </message>
    <message>
        <source>Fetch and send nothing until you connect again; everything in the cache stays usable</source>
        <translation>Ничего не получать и не отправлять до нового подключения; всё из кэша остаётся доступным</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>Язык интерфейса</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Язык: %1</translation>
    </message>
    <message>
        <source>Outbox %1</source>
        <translation>Исходящие %1</translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n придержано</numerusform>
            <numerusform>%n придержано</numerusform>
            <numerusform>%n придержано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n с ошибкой</numerusform>
            <numerusform>%n с ошибкой</numerusform>
            <numerusform>%n с ошибкой</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not sent yet; click to see it</source>
        <translation>Что ещё не отправлено; нажмите, чтобы посмотреть</translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation>Ни один аккаунт не подключён</translation>
    </message>
    <message>
        <source>Click to connect one</source>
        <translation>Нажмите, чтобы подключить</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Открыть страницу</translation>
    </message>
    <message>
        <source>Open the page that the account asks for: %1</source>
        <translation>Открыть страницу, которую требует аккаунт: %1</translation>
    </message>
    <message>
        <source>The platform wants a person to confirm something there (%1). Ctrl+Shift+O</source>
        <translation>Платформа просит, чтобы человек что-то подтвердил на странице (%1). Ctrl+Shift+O</translation>
    </message>
</context>
<context>
    <name>parley::ui::Ticket</name>
    <message>
        <source>open</source>
        <translation>открыто</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ждём клиента</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>отложено</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>решено</translation>
    </message>
    <message>
        <source>low</source>
        <translation>низкий</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>обычный</translation>
    </message>
    <message>
        <source>high</source>
        <translation>высокий</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>срочный</translation>
    </message>
    <message>
        <source>Needs answer</source>
        <translation>Ждут ответа</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Ничьи</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>Ждём клиента</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Отложенные</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Все открытые</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Решённые</translation>
    </message>
    <message>
        <source>Queue is empty.
G M: mine, G A: all open</source>
        <translation>Очередь пуста.
G M: мои, G A: все открытые</translation>
    </message>
    <message>
        <source>Nothing is assigned to you.
G U: all unanswered, A takes a ticket</source>
        <translation>Вам ничего не назначено.
G U: все без ответа, A — взять обращение</translation>
    </message>
    <message>
        <source>Everything has an owner.
G M: mine, G U: all unanswered</source>
        <translation>У всего есть исполнитель.
G M: мои, G U: все без ответа</translation>
    </message>
    <message>
        <source>No customer owes you an answer.
G U: all unanswered</source>
        <translation>Ни от кого не ждём ответа.
G U: все без ответа</translation>
    </message>
    <message>
        <source>Nothing sleeps.
H snoozes a ticket, G U: all unanswered</source>
        <translation>Ничего не отложено.
H — отложить обращение, G U: все без ответа</translation>
    </message>
    <message>
        <source>No ticket is open.
G D: resolved ones</source>
        <translation>Открытых обращений нет.
G D: решённые</translation>
    </message>
    <message>
        <source>Nothing is resolved yet.
E resolves a ticket, G U: all unanswered</source>
        <translation>Пока ничего не решено.
E — решить обращение, G U: все без ответа</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>me</source>
        <translation>я</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n не отправлено</numerusform>
            <numerusform>%n не отправлено</numerusform>
            <numerusform>%n не отправлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n придержано</numerusform>
            <numerusform>%n придержано</numerusform>
            <numerusform>%n придержано</numerusform>
        </translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>ждёт %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>public</source>
        <translation>публично</translation>
    </message>
    <message>
        <source>types …</source>
        <translation>печатает…</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Черновик:</translation>
    </message>
    <message>
        <source>(without text)</source>
        <translation>(без текста)</translation>
    </message>
    <message>
        <source>You: queued ·</source>
        <translation>Вы: в очереди ·</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Вы:</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>отмечено</translation>
    </message>
    <message>
        <source>needs answer</source>
        <translation>ждёт ответа</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>не просмотрено</translation>
    </message>
    <message>
        <source>nobody&apos;s</source>
        <translation>ничьё</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>исполнитель: %1</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Посетитель</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Посетитель %1</translation>
    </message>
    <message>
        <source>For %1 of this wait %2 did not answer.</source>
        <translation>%1 из этого времени «%2» не отвечал.</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>посетитель</translation>
    </message>
    <message>
        <source>This view on the server also asks for: %1</source>
        <translation>На сервере у этого раздела есть ещё условия: %1</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>занят(а)</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>не в сети</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>заглушён</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>команда %1</translation>
    </message>
</context>
<context>
    <name>parley::ui::TicketActions</name>
    <message numerus="yes">
        <source>%n ticket(s) resolved.</source>
        <translation>
            <numerusform>Решено %n обращение.</numerusform>
            <numerusform>Решено %n обращения.</numerusform>
            <numerusform>Решено %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) now wait for the customer.</source>
        <translation>
            <numerusform>%n обращение теперь ждёт клиента.</numerusform>
            <numerusform>%n обращения теперь ждут клиента.</numerusform>
            <numerusform>%n обращений теперь ждут клиента.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) open again.</source>
        <translation>
            <numerusform>Снова открыто %n обращение.</numerusform>
            <numerusform>Снова открыто %n обращения.</numerusform>
            <numerusform>Снова открыто %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) snoozed until %1.</source>
        <translation>
            <numerusform>%n обращение отложено до %1.</numerusform>
            <numerusform>%n обращения отложены до %1.</numerusform>
            <numerusform>%n обращений отложено до %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) without an owner.</source>
        <translation>
            <numerusform>%n обращение без исполнителя.</numerusform>
            <numerusform>%n обращения без исполнителя.</numerusform>
            <numerusform>%n обращений без исполнителя.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) assigned to %1.</source>
        <translation>
            <numerusform>%n обращение назначено: %1.</numerusform>
            <numerusform>%n обращения назначены: %1.</numerusform>
            <numerusform>%n обращений назначено: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n ticket(s): %1.</source>
        <translation>
            <numerusform>Приоритет %n обращения: %1.</numerusform>
            <numerusform>Приоритет %n обращений: %1.</numerusform>
            <numerusform>Приоритет %n обращений: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s) changed.</source>
        <translation>
            <numerusform>Изменены метки %n обращения.</numerusform>
            <numerusform>Изменены метки %n обращений.</numerusform>
            <numerusform>Изменены метки %n обращений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) need no answer.</source>
        <translation>
            <numerusform>%n обращение не требует ответа.</numerusform>
            <numerusform>%n обращения не требуют ответа.</numerusform>
            <numerusform>%n обращений не требуют ответа.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as not seen.</source>
        <translation>
            <numerusform>%n обращение помечено непросмотренным.</numerusform>
            <numerusform>%n обращения помечены непросмотренными.</numerusform>
            <numerusform>%n обращений помечено непросмотренными.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back for %n ticket(s).</source>
        <translation>
            <numerusform>Отменено для %n обращения.</numerusform>
            <numerusform>Отменено для %n обращений.</numerusform>
            <numerusform>Отменено для %n обращений.</numerusform>
        </translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Через час</translation>
    </message>
    <message>
        <source>In three hours</source>
        <translation>Через три часа</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Завтра</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>На следующей неделе</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>В следующем месяце</translation>
    </message>
    <message>
        <source>Colleagues with other tools see it, too.</source>
        <translation>Коллеги в других программах тоже это видят.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) now see that their messages were read.</source>
        <translation>
            <numerusform>%n клиент видит, что его сообщения прочитаны.</numerusform>
            <numerusform>%n клиента видят, что их сообщения прочитаны.</numerusform>
            <numerusform>%n клиентов видят, что их сообщения прочитаны.</numerusform>
        </translation>
    </message>
    <message>
        <source>A message has left already and cannot be taken back.</source>
        <translation>Сообщение уже ушло, вернуть его нельзя.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) without a team.</source>
        <translation>
            <numerusform>%n обращение теперь без команды.</numerusform>
            <numerusform>%n обращения теперь без команды.</numerusform>
            <numerusform>%n обращений теперь без команды.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) given to the team %1.</source>
        <translation>
            <numerusform>%n обращение передано команде %1.</numerusform>
            <numerusform>%n обращения переданы команде %1.</numerusform>
            <numerusform>%n обращений передано команде %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as read for the whole team.</source>
        <translation>
            <numerusform>%n обращение отмечено прочитанным для всей команды.</numerusform>
            <numerusform>%n обращения отмечены прочитанными для всей команды.</numerusform>
            <numerusform>%n обращений отмечено прочитанными для всей команды.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) marked as not seen, for the whole team.</source>
        <translation>
            <numerusform>%n обращение отмечено непросмотренным для всей команды.</numerusform>
            <numerusform>%n обращения отмечены непросмотренными для всей команды.</numerusform>
            <numerusform>%n обращений отмечено непросмотренными для всей команды.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) can no longer write; their tickets are resolved.</source>
        <translation>
            <numerusform>%n клиент больше не может писать; его обращение решено.</numerusform>
            <numerusform>%n клиента больше не могут писать; их обращения решены.</numerusform>
            <numerusform>%n клиентов больше не могут писать; их обращения решены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) can write again.</source>
        <translation>
            <numerusform>%n клиент снова может писать.</numerusform>
            <numerusform>%n клиента снова могут писать.</numerusform>
            <numerusform>%n клиентов снова могут писать.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::ui::TicketListPane</name>
    <message>
        <source>Search: is:unanswered from:telegram refund</source>
        <translation>Поиск: is:unanswered from:telegram возврат</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Поиск обращений</translation>
    </message>
    <message>
        <source>Empty list</source>
        <translation>Пустой список</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Подключение аккаунта</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message numerus="yes">
        <source>%n marked · Esc clears</source>
        <translation>
            <numerusform>Отмечено %n · Esc снимает</numerusform>
            <numerusform>Отмечено %n · Esc снимает</numerusform>
            <numerusform>Отмечено %n · Esc снимает</numerusform>
        </translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>идёт поиск…</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n обращение</numerusform>
            <numerusform>%n обращения</numerusform>
            <numerusform>%n обращений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n and more</source>
        <translation>
            <numerusform>%n и больше</numerusform>
            <numerusform>%n и больше</numerusform>
            <numerusform>%n и больше</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found.
Esc goes back to “%1”.</source>
        <translation>Ничего не найдено.
Esc возвращает к разделу «%1».</translation>
    </message>
    <message>
        <source>No mailbox or bot is connected yet.</source>
        <translation>Пока не подключены ни почта, ни бот.</translation>
    </message>
    <message>
        <source>Words, and is: from: assignee: team: tag: lang: before: has: (/)</source>
        <translation>Слова, а также is: from: assignee: team: tag: lang: before: has: (/)</translation>
    </message>
</context>
<context>
    <name>parley::ui::TicketListView</name>
    <message>
        <source>Tickets</source>
        <translation>Обращения</translation>
    </message>
</context>
<context>
    <name>parley::ui::Times</name>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
</context>
<context>
    <name>parley::ui::Toast</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
</context>
</TS>
