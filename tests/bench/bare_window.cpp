// SPDX-License-Identifier: GPL-3.0-or-later
// The yardstick for start and memory: the least that a Qt program with a list can be. It says when it was painted
// first, and stays until it is ended.
#include <QAbstractTableModel>
#include <QApplication>
#include <QMainWindow>
#include <QTableView>

#include <cstdio>

namespace {

class NumbersModel final : public QAbstractTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 100'000; }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 3; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(index.row() * 3 + index.column()) : QVariant();
    }
};

class Table final : public QTableView
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (!m_told) {
            m_told = true;
            std::puts("first paint");
            std::fflush(stdout);
        }
    }

private:
    bool m_told = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    NumbersModel model;
    QMainWindow window;
    auto *table = new Table;
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
