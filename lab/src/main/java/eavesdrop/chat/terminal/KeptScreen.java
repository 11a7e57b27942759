package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Name;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a person's screen would show, in a file, one entry on a line: for a client that has no screen.
///
/// Others' words come from the client's thread, the person's own from whoever types for them. A file that takes no
/// more ends the picture and not the chat.
public final class KeptScreen implements AutoCloseable {
    private final Writer file;
    private final News news;

    private KeptScreen(Writer file, ServerAddress server) {
        this.file = file;
        this.news = new News(server, Cover.NONE, this::show);
    }

    /// @param file begun anew
    /// @throws IOException if the file cannot be written
    public static KeptScreen in(Path file, ServerAddress server) throws IOException {
        return new KeptScreen(Files.newBufferedWriter(file), server);
    }

    /// The client reports something.
    public synchronized void hear(ClientEvent event) {
        news.hear(event);
    }

    /// A line that the person entered went out.
    ///
    /// @param sealed whether it went under a seal
    public synchronized void typed(String line, boolean sealed) {
        String mark = sealed ? News.LOCK : "";
        switch (Entered.parse(line)) {
            case Entered.Text(String text) -> show(new Entry.SaidByMe(mark + Shown.of(text)));
            case Entered.Whisper(Name to, String text) ->
                show(new Entry.WhisperedByMe(to.text(), mark + Shown.of(text)));
            case Entered.Who _,
                    Entered.Rename _,
                    Entered.Help _,
                    Entered.Quit _,
                    Entered.Nothing _,
                    Entered.Mistake _ -> {} // What comes of it is news.
        }
    }

    private void show(Entry entry) {
        try {
            file.write(entry.line() + "\n");
            file.flush();
        } catch (IOException full) {
            // The chat goes on.
        }
    }

    /// Ends the file; what is shown later is not kept.
    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException full) {
            // As with every entry before.
        }
    }
}
