package eavesdrop.worksheet;

import java.util.Map;

/// One small conversation and one small worksheet about it.
final class SmallWorksheet {
    static final String CHECK_FILE = """
            worksheet: 7
            title: A test
            lines:
              whisper: {called: The whisper, sent-by: client, starts: "TELL bob ", contains: "${whisper}"}
              copy: {called: The copy, sent-by: server, starts: "TOLD alice ", contains: "${whisper}"}
              secret: {called: The secret, contains: "${whisper}", which: any}
            questions:
              7.1:
                points: 3
                filter: tcp.len > 0
                hints: [a, b, c]
                frame:
                  expect: {frame-of: whisper}
                  wrong: [{is: {frame-of: copy}, means: That is the copy.}]
              7.2:
                points: 2
                filter: tcp.len > 0
                hints: [a, b, c]
                address: {expect: {address-of: whisper, end: client}}
                port:
                  expect: {port-of: whisper, end: client}
                  wrong: [{is: {port-of: whisper, end: server}, means: Swapped.}]
              7.3:
                points: 1
                filter: tcp.len > 0
                hints: [a, b, c]
                count: {expect: {copies-of: secret}}
              7.4:
                points: 1
                filter: tcp.len > 0
                hints: [a, b, c]
                flags: {expect: {flags-of: whisper}}
              7.5:
                points: 1
                filter: tcp.len > 0
                hints: [a, b, c]
                offset: {expect: {offset-in: whisper, text: "${whisper}"}}
              7.6:
                points: 1
                filter: tcp.len > 0
                hints: [a, b, c]
                text: {expect: [{word-in: whisper, text: "${whisper}"}, {text-of: whisper}]}
            """;

    static final CheckFile CHECK = check(CHECK_FILE);

    final PlayedLab lab = PlayedLab.inContainers("alice", "bob")
            .toServer("alice", "SAY hello")
            .toClient("bob", "SAID alice hello")
            .toServer("alice", "TELL bob the word is amber-otter-42")
            .toClient("bob", "TOLD alice the word is amber-otter-42");
    final int whisper = lab.frameOf("TELL bob the word is amber-otter-42");
    final int copy = lab.frameOf("TOLD alice the word is amber-otter-42");

    /// A check file about this conversation.
    static CheckFile check(String file) {
        return CheckFile.parse(file, Map.of("whisper", "amber-otter-42"), "07.check.yml");
    }

    Report check(AnswerSheet sheet) {
        return new Checker(CHECK, lab).check(sheet);
    }

    Report checkMarkdown(String markdown) {
        return check(AnswerSheet.parse(markdown));
    }

    /// The verdict on the first blank of a question.
    Verdict verdict(String id, String typed) {
        return verdict(
                id, typed, CHECK.question(id).orElseThrow().blanks().getFirst().name());
    }

    Verdict verdict(String id, String typed, String blank) {
        return check(sheet(id, typed)).results().stream()
                .filter(result -> result.id().equals(new BlankId(id, blank)))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    static AnswerSheet sheet(String id, String typed) {
        return AnswerSheet.parse("```answer " + id + "\n" + typed + "\n```\n");
    }
}
