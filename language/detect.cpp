// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/detect.h"

#include "language/words.h"

#include <QHash>
#include <QStringList>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <utility>

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
    QString language; ///< the first that comes into question, sure or not
    QStringList candidates;
    int percent = 0; ///< of the text
    double score = 0; ///< how much the text is like the language; 600 is fair, 1000 is strong
    bool reliable = false;
};

Guess guessBy(const QString &prose)
{
    const bool cyrillic =
        std::ranges::any_of(prose, [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Cyrillic; });
    const QByteArray bytes = prose.toUtf8();
    std::array<CLD2::Language, 3> languages{CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int textBytes = 0;
    bool reliable = false;
    const CLD2::CLDHints nothing{nullptr, "", CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    const CLD2::Language best = CLD2::ExtDetectLanguageSummary(bytes.constData(), int(bytes.size()), true, &nothing, 0,
        languages.data(), percents.data(), scores.data(), nullptr, &textBytes, &reliable);
    Guess guess{codeFor(best, cyrillic), {}, percents[0], scores[0], reliable};
    for (const CLD2::Language language : languages)
        guess.candidates.append(codeFor(language, cyrillic));
    return guess;
}

/// Everyday words of the languages our agents meet most, with what support talk is full of. A word that several
/// languages write alike stands in each of them.
const QHash<QString, QStringList> &tellingWords()
{
    struct Row {
        QString language;
        QString words;
    };
    static const std::array rows{
        Row{QStringLiteral("en"),
            QStringLiteral(
                "the is are was were what where when why how please thanks thank hello you your my they this "
                "that have has received order yet does did cannot would could with and for from i a to me no "
                "not want need refund parcel delivery invoice charged twice still waiting payment")},
        Row{QStringLiteral("hr"),
            QStringLiteral("hvala gdje kada kako molim dobar dan jutro bok nije jesam jeste jesu sam smo ste bio bila "
                           "moj moja moje moju vas nas nisam jos narudzba narudzbu narudzbe paket stigao stigla kasni "
                           "mogu mozete zelim treba zasto ali samo vec je u na se ne to i a mi me li da za od radi no "
                           "broj povrat povrata novac novca racun racunu kurir dostava dostave lozinka lozinku artikl "
                           "zamjena redu poslali robu")},
        Row{QStringLiteral("es"),
            QStringLiteral("gracias hola donde cuando porque pedido todavia esta estan muy mucho buenos buenas dias "
                           "quiero puedo ustedes necesito llegado el los las la mi me no se a pero usted factura falta "
                           "paquete dinero devolucion pago talla todo bien numero de")},
        Row{QStringLiteral("pt"),
            QStringLiteral("obrigado obrigada ola onde quando pedido meu minha nao muito bom dia quero preciso chegou "
                           "o os as me no se a mas voce fatura falta dinheiro pagamento tudo bem numero de esta")},
        Row{QStringLiteral("de"),
            QStringLiteral("danke bitte hallo ich und nicht der das ist wo mein meine bestellung guten noch wann warum "
                           "sie haben habe eine paket")},
        Row{QStringLiteral("fr"),
            QStringLiteral("merci bonjour je vous nous est ou ma mon commande pas pourquoi quand avec bonsoir toujours "
                           "colis recu la me se ne de numero a tu on")},
        Row{QStringLiteral("ru"),
            QStringLiteral("спасибо здравствуйте привет где когда почему заказ мой мои моя мне меня что это нет "
                           "пожалуйста добрый день как вы вас еще уже деньги если или только не и да а пакет посылка "
                           "возврат доставка оплата курьер чек товар номер верните вернуть")},
        Row{QStringLiteral("uk"),
            QStringLiteral("дякую вітаю де коли чому замовлення мій моє мені що це немає будь ласка добрий день як ви "
                           "вже гроші якщо або тільки ще не и да а моя посилка пакет доставка оплата чек товар номер")},
        Row{QStringLiteral("sr"),
            QStringLiteral("хвала где када како молим добар дан није сам смо сте мој моја моје пакет стигао стигла "
                           "желим треба али само већ је на се не то и а ми ме ли да за од новац рачун достава нема")},
        Row{QStringLiteral("it"),
            QStringLiteral("grazie ciao dove quando perche ordine mio mia sono non buongiorno vorrei ancora il della "
                           "che pacco la mi no se a i numero e o")},
        Row{QStringLiteral("pl"),
            QStringLiteral("dziekuje gdzie kiedy moja moje nie jest prosze dzien dobry paczka zamowienie jak czy na to "
                           "i a za od do z w o")},
    };
    static const QHash<QString, QStringList> words = [] {
        QHash<QString, QStringList> found;
        for (const Row &row : rows) {
            for (const QString &word : row.words.split(u' ', Qt::SkipEmptyParts))
                found[word].append(row.language);
        }
        return found;
    }();
    return words;
}

/// What the words and letters of a short text speak for.
struct Votes {
    QHash<QString, int> of;
    int words = 0;

    /// Every other language has less.
    [[nodiscard]] bool leads(const QString &language) const
    {
        const int own = of.value(language);
        const auto reach = std::ranges::count_if(of, [own](int other) { return other >= own; });
        return own > 0 && reach == 1;
    }
    /// The language far ahead of all others; empty: none is.
    [[nodiscard]] QString clear() const
    {
        QString best;
        int most = 0;
        int second = 0;
        for (auto it = of.cbegin(); it != of.cend(); ++it) {
            if (it.value() > most) {
                second = std::exchange(most, it.value());
                best = it.key();
            } else {
                second = std::max(second, it.value());
            }
        }
        // One word alone that several languages could have says nothing; nor does one among many strange ones.
        return most > second && most * 6 >= words && (second == 0 || most >= second + 2 || most == words) ? best
                                                                                                          : QString();
    }
};

Votes votesOf(QStringView prose)
{
    Votes votes;
    WordReader reader(prose);
    Word word;
    while (reader.next(word)) {
        ++votes.words;
        if (const auto found = tellingWords().constFind(word.folded); found != tellingWords().cend()) {
            for (const QString &language : *found)
                ++votes.of[language];
        }
    }
    const auto has = [&](QStringView letters) {
        return std::ranges::any_of(prose, [&](QChar c) { return letters.contains(c.toLower()); });
    };
    if (has(u"ñ¿¡"))
        votes.of[QStringLiteral("es")] += 2;
    if (has(u"ß"))
        votes.of[QStringLiteral("de")] += 2;
    if (has(u"đć") && !has(u"ąęłńśźżó"))
        votes.of[QStringLiteral("hr")] += 2;
    return votes;
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
        case u'ј':
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

Detection detect(QStringView text)
{
    constexpr qsizetype shortText = 120; // UTF-16 units; above, statistics need no help
    constexpr int dominant = 60; // percent
    constexpr int fewest = 8; // letters, for statistics
    constexpr double weak = 400; // CLD2's scores: enough beside words that say the same
    constexpr double fair = 600; // enough where words say nothing
    constexpr double strong = 1000; // enough against words
    const QString prose = proseOf(text);
    const auto letters = std::ranges::count_if(prose, [](QChar c) { return c.isLetter(); });
    if (letters < 3)
        return {};
    const Guess guess = guessBy(prose);
    const bool reliable = guess.reliable && guess.percent >= dominant && letters >= fewest;
    QStringList possible = guess.candidates;
    possible.removeAll(QString());
    if (prose.size() > shortText)
        return {reliable ? guess.language : QString(), possible};
    if (const QString byLetters = languageOfLetters(prose); !byLetters.isEmpty())
        return {byLetters, {}};
    const Votes votes = votesOf(prose);
    const QString byWords = votes.clear();
    const double needed = !byWords.isEmpty() && byWords != guess.language ? strong
        : votes.leads(guess.language)                                     ? weak
                                                                          : fair;
    if (reliable && guess.score >= needed)
        return {guess.language, {}};
    if (!byWords.isEmpty() && (!reliable || byWords == guess.language || guess.score < fair))
        return {byWords, {}};
    // Too little, or words and statistics disagree: then what this person spoke before is right, or nothing.
    return {{}, possible + votes.of.keys()};
}

QString detectLanguage(QStringView text, const QString &earlier)
{
    return detect(text).after(earlier);
}

QString likeliestLanguage(QStringView text)
{
    const QString prose = proseOf(text.left(kEnough));
    if (const QString byWords = votesOf(prose).clear(); !byWords.isEmpty())
        return byWords;
    return guessBy(prose).language;
}

} // namespace parley::language
