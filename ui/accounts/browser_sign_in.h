// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "sync/engine.h"

#include <QUrl>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace parley::ui {

/// A button that has the person sign in on the platform's own page, and what there is to say meanwhile. It opens the
/// page in the system's browser; pressed again it gives the sign-in up, as does its end.
class BrowserSignIn : public QWidget
{
    Q_OBJECT
public:
    /// \param draft  what is signed in for, asked for when the button is pressed
    BrowserSignIn(sync::Engine &engine, std::function<sync::AccountDraft()> draft, QWidget *parent = nullptr);
    ~BrowserSignIn() override;

    void giveUp();
    [[nodiscard]] bool isWaiting() const { return m_sitting != 0; }

Q_SIGNALS:
    void began(); ///< the button was pressed
    void signedIn(const QByteArray &secret);
    void failed(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void pressed();
    void opened(quint64 sitting, const QUrl &page);
    void ended(const Result<QByteArray> &secret);
    void retranslate();

    sync::Engine &m_engine;
    std::function<sync::AccountDraft()> m_draft;
    QPushButton *m_button = nullptr;
    QLabel *m_words = nullptr;
    QUrl m_page; ///< while it waits
    quint64 m_sitting = 0; ///< the sign-in under way; 0: none
    quint64 m_last = 0;
    bool m_done = false; ///< the last one went well
};

} // namespace parley::ui
