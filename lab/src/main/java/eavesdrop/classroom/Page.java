package eavesdrop.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/// What all pages have in common. They need no network and no scripts, and forbid both.
final class Page {
    private static final Html.StyleSheet STYLE = new Html.StyleSheet(resource("page.css"));

    private Page() {}

    static String of(String title, Consumer<Html> content) {
        Html html = new Html();
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", title);
        html.style(STYLE);
        html.close().open("body").open("main").element("h1", title);
        content.accept(html);
        html.close().close().close();
        return html.page();
    }

    static void row(Html html, String cell, String... texts) {
        html.open("tr");
        for (String text : texts) {
            html.element(cell, text);
        }
        html.close();
    }

    /// The heads of a table's columns.
    static void heads(Html html, String... texts) {
        html.open("thead").open("tr");
        for (String text : texts) {
            html.element("th", text, "scope", "col");
        }
        html.close().close();
    }

    static void remarks(Html html, Iterable<Remark> remarks) {
        html.open("ul", "class", "remarks");
        for (Remark remark : remarks) {
            html.open("li")
                    .element("strong", remark.mark().word())
                    .text(" " + remark.says())
                    .close();
        }
        html.close();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
