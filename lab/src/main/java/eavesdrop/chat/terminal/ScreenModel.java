package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.ServerAddress;

/// All that the screen knows: what was said, what is being typed, how far the person has scrolled. Knows no terminal.
///
/// For one thread.
final class ScreenModel {
    private final Pane pane = new Pane();
    private final History history = new History();
    private final News news;
    private final Talk talk;
    private final String howToLeave;
    private InputLine input = InputLine.EMPTY;
    private Layout layout = new Layout(80, 24);
    private boolean left;

    /// @param howToLeave what a person who presses Ctrl-C should do instead
    ScreenModel(ServerAddress server, Cover cover, Speaker speaker, String howToLeave) {
        this.news = new News(server, cover, pane::add);
        this.talk = new Talk(speaker, pane::add);
        this.howToLeave = howToLeave;
    }

    /// The terminal has this size now.
    void resize(int columns, int rows) {
        layout = new Layout(columns, rows);
    }

    void hear(ClientEvent event) {
        news.hear(event);
    }

    /// Whether the person wants to leave.
    boolean left() {
        return left;
    }

    /// The person leaves.
    void leave() {
        left = true;
    }

    News news() {
        return news;
    }

    Picture picture() {
        return layout.picture(pane, news.link(), input);
    }

    /// A whole line, as if the person had typed it and pressed Enter. What is being typed stays.
    void enter(String line) {
        switch (talk.enter(line)) {
            case DONE, KEPT -> pane.follow();
            case LEAVE -> left = true;
        }
    }

    void press(Key key) {
        switch (key) {
            case Key.Typed(String text) -> input = input.insert(text);
            case Key.Action action -> act(action);
        }
    }

    private void act(Key.Action action) {
        switch (action) {
            case ENTER -> enterInput();
            case LEFT -> input = input.left();
            case RIGHT -> input = input.right();
            case LINE_START -> input = input.toStart();
            case LINE_END -> input = input.toEnd();
            case DELETE_LEFT -> input = input.deleteLeft();
            case DELETE_RIGHT -> input = input.deleteRight();
            case DELETE_WORD -> input = input.deleteWord();
            case DELETE_TO_START -> input = input.deleteToStart();
            case DELETE_TO_END -> input = input.deleteToEnd();
            case OLDER -> input = history.older(input);
            case NEWER -> input = history.newer(input);
            case HOME, END, PAGE_UP, PAGE_DOWN, FOLLOW -> scroll(action);
            case INTERRUPT -> interrupt();
            case REPAINT -> {} // Whoever paints does it.
        }
    }

    private void scroll(Key.Action action) {
        int page = Math.max(1, layout.paneRows() - 1);
        switch (action) {
            case PAGE_UP -> pane.up(page, layout.width(), layout.paneRows());
            case PAGE_DOWN -> pane.down(page, layout.width());
            case HOME -> home();
            case END -> end();
            default -> pane.follow();
        }
    }

    /// As in a shell: Ctrl-C throws away the line that is being typed. Arrow up brings it back.
    private void interrupt() {
        if (input.isEmpty()) {
            talk.advise("Ctrl-C does not end the chat. " + howToLeave);
        } else {
            history.add(input.text());
            input = InputLine.EMPTY;
        }
    }

    /// Home and End move within a line that was begun, and scroll when there is none.
    private void home() {
        if (input.isEmpty()) {
            pane.toTop(layout.width(), layout.paneRows());
        } else {
            input = input.toStart();
        }
    }

    private void end() {
        if (input.isEmpty()) {
            pane.follow();
        } else {
            input = input.toEnd();
        }
    }

    private void enterInput() {
        String line = input.text();
        Talk.Outcome outcome = talk.enter(line);
        left = outcome == Talk.Outcome.LEAVE;
        if (outcome == Talk.Outcome.DONE) {
            history.add(line);
            input = InputLine.EMPTY;
        }
        pane.follow();
    }
}
