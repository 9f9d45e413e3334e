// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo/script.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

QList<Script> spanishScripts()
{
    return {
        {Script::Channel::Telegram, u"Lucía"_s, u"Fernández"_s, u"lucia_fdez_demo"_s, u"es"_s,
            {
                photo(27, Line::Picture::Lamp, u"Así ha llegado la lámpara. La pantalla está completamente rota."_s),
                say(36, u"¿Cómo puedo pedir un cambio? El pedido es el 60284."_s),
            },
            {u"Perfecto, prefiero que me enviéis otra. ¿Tengo que devolver la rota?"_s,
                u"Genial, muchísimas gracias 😊"_s},
            {}, "utf-8", false},
        {Script::Channel::Telegram, u"Javier"_s, u"Morales"_s, {}, u"es"_s,
            {
                say(-9 * kHour, u"Buenas tardes. Llevo diez días esperando mi pedido y nadie me dice nada."_s),
                say(-6 * kHour, u"He llamado dos veces y me han tenido media hora en espera."_s),
                voice(-6 * kHour + 3 * kMinute),
                say(45, u"Esto es una tomadura de pelo. Quiero que me devolváis el dinero YA."_s),
                say(110, u"¿Hola? Sigo esperando…"_s),
            },
            {u"Menos mal que alguien responde. ¿Cuántos días tarda el reembolso?"_s,
                u"De acuerdo. Espero que esta vez sea verdad."_s},
            {}, "utf-8", false},
        {Script::Channel::Telegram, u"Carmen"_s, u"Ruiz"_s, u"carmen_ruiz_demo"_s, u"es"_s,
            {
                say(3, u"Hola, no me llega el código para entrar en mi cuenta."_s),
                say(10, u"He mirado también en la carpeta de spam y nada."_s),
                say(85, u"¿Me lo podríais enviar por correo en lugar de por SMS?"_s),
            },
            {u"¡Ya he podido entrar! Mil gracias por la ayuda."_s, u"❤️"_s}, {}, "utf-8", false},
        {Script::Channel::Mail, u"Alejandro"_s, u"Torres"_s, u"alejandro.torres@correo.example"_s, u"es"_s,
            {
                say(-4 * kDay,
                    u"Buenos días:\n\nNecesito la factura del pedido 50312 a nombre de mi empresa. En la web solo "
                    u"puedo "
                    "descargar el recibo.\n\nUn saludo,\nAlejandro Torres"_s),
                agent(-4 * kDay + 3 * kHour,
                    u"Buenos días, Alejandro:\n\nPara emitirla necesitamos el NIF y la dirección fiscal."_s),
                say(-3 * kDay,
                    u"Les envié los datos ayer desde el formulario. ¿Los han recibido?\n\nAlejandro Torres"_s),
                say(50,
                    u"Buenos días de nuevo:\n\nSigo sin recibir la factura y cierro el trimestre esta semana. "
                    "¿Podrían decirme algo, por favor?\n\nUn saludo,\nAlejandro Torres"_s),
            },
            {u"Recibida, muchas gracias por la gestión.\n\nUn saludo,\nAlejandro"_s}, u"Factura del pedido 50312"_s,
            "utf-8", true},
    };
}

} // namespace parley::sandbox
