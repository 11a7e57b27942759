package eavesdrop.chat.terminal;

import java.util.List;

/// The words of the status bar: the longest that fit.
final class StatusBar {
    private StatusBar() {}

    /// One row of exactly `width` columns. `unseen` new entries came while the person was scrolled back.
    static Row row(Link link, boolean following, int unseen, int width) {
        String right = following ? "" : unseen == 0 ? " ↑ scrolled back · Esc " : " ↓ " + unseen + " new · Esc ";
        String shownRight = Columns.of(right) <= width ? right : "";
        int room = width - Columns.of(shownRight);
        String left = candidates(link).stream()
                .filter(text -> Columns.of(text) <= room)
                .findFirst()
                .orElse("");
        String gap = " ".repeat(room - Columns.of(left));
        return Row.of(left + gap + shownRight, Style.STATUS);
    }

    private static List<String> candidates(Link link) {
        return switch (link) {
            case Link.Connecting(var server) -> List.of(" connecting to " + server + " …", " connecting …");
            case Link.Up(String name, var server, Cover cover) ->
                List.of(
                        " " + name + ", connected to " + server + " · " + cover.words(),
                        " " + name + " → " + server + " · " + cover.fewWords(),
                        " " + cover.fewWords(),
                        " " + cover.oneWord(),
                        " " + name);
            case Link.Down(var server, String reason) ->
                List.of(
                        " 🔌 not connected: " + reason + "; trying again",
                        " 🔌 not connected to " + server + "; trying again",
                        " 🔌 not connected",
                        " 🔌");
        };
    }
}
