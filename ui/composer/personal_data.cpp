// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/personal_data.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace parley::ui {

namespace {

using Kind = PersonalData::Kind;
using Fits = std::function<bool(const QString &)>;

constexpr qsizetype kLookedThrough = 100'000; ///< UTF-16 units: longer texts are not answers

QRegularExpression expression(const char16_t *pattern)
{
    return QRegularExpression(QString::fromUtf16(pattern),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

QString digitsOf(const QString &text)
{
    QString digits = text;
    digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    return digits;
}

/// The check digit of payment cards (ISO/IEC 7812-1, annex B).
bool hasCheckDigit(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = digits.at(digits.size() - 1 - i).digitValue();
        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool isCard(const QString &found)
{
    const QString digits = digitsOf(found);
    const bool same = std::ranges::all_of(digits, [&](QChar c) { return c == digits.at(0); });
    // Payment networks begin with 2 to 6.
    return digits.size() >= 13 && digits.size() <= 19 && digits.at(0) >= u'2' && digits.at(0) <= u'6' && !same
        && hasCheckDigit(digits);
}

bool isPhone(const QString &found)
{
    const QString digits = digitsOf(found);
    if (digits.size() < 9 || digits.size() > 15)
        return false;
    // Anybody may call these: hotlines, not people.
    const bool free = digits.startsWith(u"8800") || digits.startsWith(u"7800") || digits.startsWith(u"0800")
        || (found.startsWith(u'+') && digits.startsWith(u"800"));
    return !free;
}

void find(const QString &text, const QRegularExpression &pattern, Kind kind, const Fits &fits, QList<PersonalData> &all)
{
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const int group = pattern.captureCount() > 0 ? 1 : 0;
        const PersonalData one{kind, match.capturedStart(group), match.capturedLength(group)};
        const bool taken = std::ranges::any_of(all, [&](const PersonalData &other) {
            return one.position < other.position + other.length && other.position < one.position + one.length;
        });
        if (!taken && (!fits || fits(match.captured(group))))
            all.append(one);
    }
}

/// The same text with what stands in web addresses blanked: numbers there are the addresses'.
QString withoutAddresses(QString text)
{
    static const QRegularExpression address = expression(u"\\bhttps?://\\S+");
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }
    return text;
}

} // namespace

QList<PersonalData> personalDataIn(const QString &text)
{
    static const QRegularExpression card = expression(u"(?<![\\d+])\\d(?:[ \\x{a0}-]?\\d){12,18}(?!\\d)");
    // A word for it, then a series and a number: "паспорт 45 09 № 123456", "putovnica 012345678".
    static const QRegularExpression named =
        expression(u"(?:паспорт\\w*|passport\\w*|putovnic\\w*|pasaporte\\w*)\\D{0,"
                   u"24}((?:[a-zа-я]{1,3} ?)?\\d(?:(?: ?(?:номер|number|no\\.|broj) ?|[ №#-]{0,3})\\d){5,9})");
    // The grouping of a Russian passport: 4509 123456, 45 09 123456, 45 09 № 123456.
    static const QRegularExpression grouped =
        expression(u"(?<![\\d+-])((?:\\d{2} \\d{2}|\\d{4})(?: ?№ ?| )\\d{6})(?![\\d-])");
    static const QRegularExpression email = expression(u"[\\w.+-]+@(?:[\\w-]+\\.)+\\p{L}{2,}");
    static const QRegularExpression international =
        expression(u"(?<![\\w+])\\+\\d(?:[ \\x{a0}().-]{0,3}\\d){8,14}(?!\\d)");
    static const QRegularExpression russian =
        expression(u"(?<![\\w+])[78][ \\x{a0}-]?\\(?\\d{3}\\)?(?:[ \\x{a0}-]?\\d){7}(?![\\d-])");
    static const QRegularExpression trunk = expression( // 091 234 5678, (01) 234-5678: a trunk 0, and groups
        u"(?<![\\w+])\\(?0[1-9]\\d{0,2}\\)?[ \\x{a0}/-]\\d{2,4}(?:[ \\x{a0}-]?\\d{2,4}){1,3}(?!\\d)");
    const QString plain = withoutAddresses(text.left(kLookedThrough));
    QList<PersonalData> all;
    find(plain, email, Kind::Email, {}, all);
    find(plain, named, Kind::Passport, {}, all);
    find(plain, card, Kind::Card, isCard, all);
    find(plain, international, Kind::Phone, isPhone, all);
    find(plain, grouped, Kind::Passport, {}, all);
    find(plain, russian, Kind::Phone, isPhone, all);
    find(plain, trunk, Kind::Phone, isPhone, all);
    std::ranges::sort(all, {}, &PersonalData::position);
    return all;
}

} // namespace parley::ui
