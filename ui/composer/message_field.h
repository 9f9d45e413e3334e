// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placeholders.h"
#include "ui/composer/personal_data.h"

#include <QImage>
#include <QList>
#include <QPlainTextEdit>
#include <QSet>
#include <QString>
#include <QUrl>

namespace parley::ui {

class BlankHighlighter;

/// Where a text is written. Grows with it between three lines and a third of the window; takes files and pictures only
/// as attachments, text only plain.
class MessageField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MessageField(QWidget *parent = nullptr);

    void setTakesFiles(bool takes) { m_takesFiles = takes; }
    /// Where the text will be cut into messages, in UTF-16 units: drawn as dashed lines.
    void setBorders(const QList<int> &borders);
    void setMarked(const QList<PersonalData> &places); ///< what the agent is asked about
    /// Names of blanks that insertions left: they are marked where they stand, and Tab goes from one to the next. From
    /// the last one it leaves the field.
    void setBlankNames(const QSet<QString> &names);
    [[nodiscard]] QList<Blank> blanks() const; ///< still in the text, in order
    void selectBlank(const Blank &blank); ///< what is typed then takes its place
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendPressed(bool thenNext);
    void leavePressed();
    void filesGiven(const QList<QUrl> &files);
    void pictureGiven(const QImage &picture);
    void focusLost();
    void typed(const QString &text); ///< by a key, and in the text by now

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] int heightForLines(int lines) const;

    [[nodiscard]] bool goToBlank(bool forward); ///< false: there is none that way

    BlankHighlighter *m_blanks;
    bool m_takesFiles = false;
    QList<int> m_borders;
};

} // namespace parley::ui
