// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QPlainTextEdit>
#include <QUrl>

namespace parley::ui {

/// Where a text is written. Grows with it between three lines and a third of the window; takes files and pictures only
/// as attachments, text only plain.
class MessageField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MessageField(QWidget *parent = nullptr);

    void setTakesFiles(bool takes) { m_takesFiles = takes; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendPressed(bool thenNext);
    void leavePressed();
    void filesGiven(const QList<QUrl> &files);
    void pictureGiven(const QImage &picture);
    void focusLost();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] int heightForLines(int lines) const;

    bool m_takesFiles = false;
};

} // namespace parley::ui
