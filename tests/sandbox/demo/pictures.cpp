// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/pictures.h"

#include <QBuffer>
#include <QImage>
#include <QLinearGradient>
#include <QList>
#include <QPainter>
#include <QPainterPath>

namespace parley::sandbox {

namespace {

constexpr QSize kSize{960, 720};

void drawTable(QPainter &painter)
{
    QLinearGradient wall(0, 0, 0, 480);
    wall.setColorAt(0, QColor(226, 221, 212));
    wall.setColorAt(1, QColor(205, 198, 186));
    painter.fillRect(0, 0, kSize.width(), 480, wall);
    QLinearGradient table(0, 480, 0, kSize.height());
    table.setColorAt(0, QColor(150, 110, 76));
    table.setColorAt(1, QColor(112, 78, 50));
    painter.fillRect(0, 480, kSize.width(), kSize.height() - 480, table);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 50));
    painter.drawEllipse(QPointF(480, 590), 300, 46);
}

void drawParcel(QPainter &painter)
{
    drawTable(painter);
    painter.setBrush(QColor(196, 152, 100));
    painter.drawPolygon(QPolygonF{{250, 300}, {700, 280}, {730, 580}, {240, 600}});
    painter.setBrush(QColor(216, 176, 126));
    painter.drawPolygon(QPolygonF{{250, 300}, {360, 220}, {770, 205}, {700, 280}});
    painter.setBrush(QColor(172, 128, 80));
    painter.drawPolygon(QPolygonF{{700, 280}, {770, 205}, {800, 480}, {730, 580}});
    painter.setBrush(QColor(232, 214, 170, 220));
    painter.drawPolygon(QPolygonF{{450, 291}, {510, 288}, {520, 588}, {455, 591}});
    painter.setBrush(QColor(86, 58, 34)); // the torn corner
    painter.drawPolygon(QPolygonF{{250, 300}, {350, 296}, {330, 350}, {366, 392}, {310, 420}, {300, 470}, {247, 440}});
    painter.setBrush(QColor(250, 250, 246));
    painter.drawPolygon(QPolygonF{{560, 400}, {690, 394}, {698, 490}, {566, 498}});
    painter.setPen(QPen(QColor(60, 60, 60), 4));
    for (int i = 0; i < 9; ++i)
        painter.drawLine(580 + i * 11, 418, 581 + i * 11, 450);
}

void drawCup(QPainter &painter)
{
    drawTable(painter);
    painter.setBrush(QColor(70, 120, 168));
    QPainterPath cup(QPointF(340, 300));
    cup.lineTo(420, 330);
    cup.lineTo(470, 290);
    cup.lineTo(530, 345);
    cup.lineTo(620, 300);
    cup.lineTo(595, 560);
    cup.quadTo(480, 610, 365, 560);
    cup.closeSubpath();
    painter.drawPath(cup);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(70, 120, 168), 26));
    painter.drawArc(580, 360, 120, 130, -80 * 16, 165 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(82, 134, 184));
    painter.drawPolygon(QPolygonF{{200, 600}, {280, 570}, {300, 625}});
    painter.drawPolygon(QPolygonF{{690, 610}, {760, 590}, {740, 650}});
    painter.drawPolygon(QPolygonF{{300, 655}, {350, 640}, {344, 672}});
}

void drawLamp(QPainter &painter)
{
    drawTable(painter);
    painter.setBrush(QColor(60, 60, 64));
    painter.drawRect(468, 330, 20, 240);
    painter.drawEllipse(QPointF(478, 575), 96, 24);
    painter.setBrush(QColor(238, 214, 150));
    QPainterPath shade(QPointF(400, 150));
    shade.lineTo(560, 150);
    shade.lineTo(640, 340);
    shade.lineTo(560, 310);
    shade.lineTo(520, 350);
    shade.lineTo(470, 300);
    shade.lineTo(420, 345);
    shade.lineTo(316, 340);
    shade.closeSubpath();
    painter.drawPath(shade);
    painter.setPen(QPen(QColor(120, 96, 50), 5));
    painter.drawPolyline(QPolygonF{{480, 152}, {462, 210}, {500, 250}, {470, 300}});
}

void drawScreen(QPainter &painter)
{
    painter.fillRect(QRect(QPoint(), kSize), QColor(38, 40, 48));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(244, 246, 250));
    painter.drawRoundedRect(300, 40, 360, 640, 36, 36);
    painter.setBrush(QColor(54, 112, 220));
    painter.drawRoundedRect(330, 540, 300, 64, 14, 14);
    painter.setBrush(QColor(214, 220, 232));
    for (int i = 0; i < 6; ++i)
        painter.drawRoundedRect(334 + i * 50, 300, 40, 56, 8, 8);
    painter.setBrush(QColor(206, 60, 60));
    painter.drawRoundedRect(334, 396, 292, 14, 7, 7);
    painter.drawRoundedRect(334, 424, 210, 14, 7, 7);
    painter.setBrush(QColor(120, 128, 146));
    painter.drawRoundedRect(334, 180, 230, 22, 10, 10);
    painter.drawRoundedRect(334, 222, 180, 14, 7, 7);
}

} // namespace

QByteArray drawn(Line::Picture picture)
{
    QImage image(kSize, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (picture) {
    case Line::Picture::Parcel:
        drawParcel(painter);
        break;
    case Line::Picture::Cup:
        drawCup(painter);
        break;
    case Line::Picture::Lamp:
        drawLamp(painter);
        break;
    case Line::Picture::Screen:
        drawScreen(painter);
        break;
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 88);
    return bytes;
}

QByteArray onePagePdf(const QByteArray &text)
{
    const QByteArray stream = "BT /F1 18 Tf 72 760 Td (" + text + ") Tj ET";
    const QList<QByteArray> objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> "
        ">>",
        "<< /Length " + QByteArray::number(stream.size()) + " >>\nstream\n" + stream + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    QByteArray pdf = "%PDF-1.4\n";
    QList<qsizetype> places;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places.append(pdf.size());
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n"
        + QByteArray::number(table) + "\n%%EOF\n";
}

} // namespace parley::sandbox
