// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/detect.h"

#include "language/words.h"

#include <QHash>
#include <QSet>

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace parley::language {

namespace {

constexpr qsizetype kEnough = 8000; ///< UTF-16 units: more does not make the answer better

/// The text without what is of no language: addresses and links.
QString proseOf(QStringView text)
{
    QString prose;
    for (const QStringView word : text.left(kEnough).tokenize(u' ', Qt::SkipEmptyParts)) {
        if (word.contains(u"://") || word.contains(u'@') || word.startsWith(u"www."))
            continue;
        if (!prose.isEmpty())
            prose.append(u' ');
        prose.append(word);
    }
    return prose;
}

/// CLD2's code as we write it: ISO 639-1, and one code for what nobody can tell apart.
QString codeFor(CLD2::Language language, bool cyrillic)
{
    if (language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE)
        return {};
    const QString code = QString::fromLatin1(CLD2::LanguageCode(language)).section(u'-', 0, 0);
    if (code == u"iw")
        return QStringLiteral("he");
    if (code == u"jw")
        return QStringLiteral("jv");
    if (code == u"nb")
        return QStringLiteral("no");
    if ((code == u"sr" || code == u"bs") && !cyrillic)
        return QStringLiteral("hr");
    return code.size() == 2 ? code : QString();
}

struct Guess {
    QString language;
    int percent = 0; ///< of the text
    bool reliable = false;
};

Guess guessBy(const QString &prose)
{
    const bool cyrillic =
        std::ranges::any_of(prose, [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Cyrillic; });
    const QByteArray bytes = prose.toUtf8();
    std::array<CLD2::Language, 3> languages{CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    std::array<int, 3> percents{};
    int textBytes = 0;
    bool reliable = false;
    const CLD2::Language best = CLD2::ExtDetectLanguageSummary(
        bytes.constData(), int(bytes.size()), true, languages.data(), percents.data(), &textBytes, &reliable);
    return {codeFor(best, cyrillic), percents[0], reliable};
}

/// Everyday words that, as they are written, belong to one language among those our agents meet. They decide on texts
/// too short for statistics: "Hvala!", "Где заказ?".
const QHash<QString, QString> &tellingWords()
{
    static const QHash<QString, QString> words = [] {
        struct Row {
            QString language;
            QString words;
        };
        const std::array<Row, 8> rows{
            Row{QStringLiteral("en"),
                QStringLiteral("the is are was were what where when why how please thanks thank hello you your my they "
                               "this that have has received order yet does did cannot would could with and for from")},
            Row{QStringLiteral("hr"),
                QStringLiteral("hvala gdje kada kako molim dobar dan jutro bok nije jesam jeste jesu sam smo ste bio "
                               "bila moj moja moje moju vas nas nisam jos narudzba narudzbu paket stigao stigla kasni "
                               "mogu mozete zelim treba zasto ali samo vec")},
            Row{QStringLiteral("es"),
                QStringLiteral("gracias hola donde cuando porque pedido todavia esta estan muy mucho buenos buenas "
                               "dias quiero puedo ustedes necesito llegado el los las mi pero usted")},
            Row{QStringLiteral("de"),
                QStringLiteral("danke bitte hallo ich und nicht der das ist wo mein meine bestellung guten noch wann "
                               "warum sie haben habe eine")},
            Row{QStringLiteral("fr"),
                QStringLiteral("merci bonjour je vous nous est ou ma mon commande pas pourquoi quand avec bonsoir "
                               "toujours colis recu")},
            Row{QStringLiteral("ru"),
                QStringLiteral("спасибо здравствуйте привет где когда почему заказ мой мои моя мне меня что это нет "
                               "пожалуйста добрый день как вы вас еще уже деньги если или только")},
            Row{QStringLiteral("uk"),
                QStringLiteral("дякую вітаю де коли чому замовлення мій моє мені що це немає будь ласка добрий день "
                               "як ви вже гроші якщо або тільки ще")},
            Row{QStringLiteral("it"),
                QStringLiteral("grazie ciao dove quando perche ordine mio mia sono non buongiorno vorrei ancora il "
                               "della che pacco")},
        };
        QHash<QString, QString> found;
        QSet<QString> shared;
        for (const Row &row : rows) {
            for (const QString &word : row.words.split(u' ', Qt::SkipEmptyParts)) {
                if (found.contains(word) && found.value(word) != row.language)
                    shared.insert(word);
                found.insert(word, row.language);
            }
        }
        for (const QString &word : std::as_const(shared))
            found.remove(word);
        return found;
    }();
    return words;
}

/// The language of a short text by its telling words; empty when they disagree or there is none.
QString languageOfWords(QStringView prose)
{
    QHash<QString, int> votes;
    WordReader reader(prose);
    Word word;
    int words = 0;
    while (reader.next(word)) {
        ++words;
        if (const auto found = tellingWords().constFind(word.folded); found != tellingWords().cend())
            votes[*found] += 1;
    }
    QString best;
    int most = 0;
    int second = 0;
    for (auto it = votes.cbegin(); it != votes.cend(); ++it) {
        if (it.value() > most) {
            second = most;
            most = it.value();
            best = it.key();
        } else {
            second = std::max(second, it.value());
        }
    }
    const bool clear = most >= 2 * second + 1 && most * 6 >= words;
    return clear ? best : QString();
}

/// Letters that only one of the Cyrillic alphabets has.
QString languageOfLetters(QStringView prose)
{
    bool russian = false;
    bool ukrainian = false;
    bool belarusian = false;
    bool serbian = false;
    for (const QChar c : prose) {
        switch (c.toLower().unicode()) {
        case u'ы':
        case u'э':
        case u'ё':
            russian = true; // Belarusian has them too
            break;
        case u'ї':
        case u'є':
        case u'ґ':
            ukrainian = true;
            break;
        case u'ў':
            belarusian = true;
            break;
        case u'ђ':
        case u'ћ':
        case u'љ':
        case u'њ':
        case u'џ':
            serbian = true;
            break;
        default:
            break;
        }
    }
    if (belarusian && !ukrainian && !serbian)
        return QStringLiteral("be");
    if (ukrainian && !russian && !serbian)
        return QStringLiteral("uk");
    return serbian && !russian && !ukrainian ? QStringLiteral("sr") : QString();
}

} // namespace

QString detectLanguage(QStringView text)
{
    constexpr qsizetype shortText = 120; // UTF-16 units; above, statistics are better than word lists
    const QString prose = proseOf(text);
    const auto letters = std::ranges::count_if(prose, [](QChar c) { return c.isLetter(); });
    if (letters < 3)
        return {};
    if (prose.size() <= shortText) {
        if (const QString byWords = languageOfWords(prose); !byWords.isEmpty())
            return byWords;
        if (const QString byLetters = languageOfLetters(prose); !byLetters.isEmpty())
            return byLetters;
    }
    constexpr int dominant = 60; // percent
    const Guess guess = guessBy(prose);
    return guess.reliable && guess.percent >= dominant ? guess.language : QString();
}

QString likeliestLanguage(QStringView text)
{
    const QString prose = proseOf(text.left(kEnough));
    if (const QString byWords = languageOfWords(prose); !byWords.isEmpty())
        return byWords;
    return guessBy(prose).language;
}

} // namespace parley::language
