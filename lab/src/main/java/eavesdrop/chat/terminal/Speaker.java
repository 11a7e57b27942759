package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ChatClient;
import eavesdrop.chat.client.Sending;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;

/// The part of a chat client that a person's lines go to.
interface Speaker {
    Sending send(ClientLine line);

    void rename(Name name);

    static Speaker of(ChatClient client) {
        return new Speaker() {
            @Override
            public Sending send(ClientLine line) {
                return client.send(line);
            }

            @Override
            public void rename(Name name) {
                client.rename(name);
            }
        };
    }
}
