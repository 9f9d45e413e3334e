// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/browser_sign_in.h"

#include "ui/common/error_words.h"
#include "ui/common/when_done.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace parley::ui {

BrowserSignIn::BrowserSignIn(sync::Engine &engine, std::function<sync::AccountDraft()> draft, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_draft(std::move(draft))
    , m_button(new QPushButton(this))
    , m_words(new QLabel(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // as wide as the form's fields
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_button->setObjectName(QStringLiteral("browserSignIn"));
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &BrowserSignIn::pressed);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    m_words->setObjectName(QStringLiteral("browserWords"));
    m_words->setProperty("look", QStringLiteral("dim"));
    m_words->setTextFormat(Qt::RichText);
    m_words->setWordWrap(true);
    m_words->setOpenExternalLinks(true);
    m_words->setTextInteractionFlags(Qt::TextBrowserInteraction);
    column->addWidget(m_words);
    retranslate();
}

BrowserSignIn::~BrowserSignIn()
{
    giveUp();
}

void BrowserSignIn::giveUp()
{
    m_done = false;
    if (std::exchange(m_sitting, 0) != 0)
        m_engine.endBrowserSignIn();
    m_page.clear();
    retranslate();
}

void BrowserSignIn::pressed()
{
    if (isWaiting()) {
        giveUp();
        return;
    }
    m_done = false;
    const quint64 sitting = m_sitting = ++m_last;
    retranslate();
    Q_EMIT began();
    // The page comes on the engine's thread, and we may be gone by then.
    const auto open = [self = QPointer<BrowserSignIn>(this), sitting](const QUrl &page) {
        const auto show = [self, sitting, page] {
            if (self)
                self->opened(sitting, page);
        };
        QMetaObject::invokeMethod(QCoreApplication::instance(), show, Qt::QueuedConnection);
    };
    whenDone(m_engine.signInByBrowser(m_draft(), open), this, [this, sitting](const Result<QByteArray> &secret) {
        if (m_sitting == sitting)
            ended(secret);
    });
}

void BrowserSignIn::opened(quint64 sitting, const QUrl &page)
{
    const bool isPage = page.scheme() == u"https" || page.scheme() == u"http";
    if (m_sitting != sitting || !isPage)
        return;
    m_page = page;
    retranslate();
    QDesktopServices::openUrl(page);
}

void BrowserSignIn::ended(const Result<QByteArray> &secret)
{
    m_sitting = 0;
    m_page.clear();
    m_done = secret.ok();
    retranslate();
    if (secret)
        Q_EMIT signedIn(*secret);
    else
        Q_EMIT failed(wordsFor(secret.error()));
}

void BrowserSignIn::retranslate()
{
    m_button->setText(isWaiting() ? tr("Cancel the sign-in") : tr("Sign in in the browser…"));
    QString words;
    if (isWaiting()) {
        words = tr("Waiting for you to sign in in the browser…").toHtmlEscaped();
        if (!m_page.isEmpty()) {
            const QString address = QString::fromUtf8(m_page.toEncoded()).toHtmlEscaped();
            words += QStringLiteral(" <a href=\"%1\">%2</a>").arg(address, tr("Open the page again").toHtmlEscaped());
        }
    } else if (m_done) {
        words = tr("You are signed in; the token is filled in.").toHtmlEscaped();
    }
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void BrowserSignIn::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parley::ui
