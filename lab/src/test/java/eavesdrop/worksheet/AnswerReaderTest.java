package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.worksheet.AnswerReader.Meant;
import eavesdrop.worksheet.AnswerReader.NotUnderstood;
import eavesdrop.worksheet.AnswerReader.Nothing;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                frame   | 17                          | 17
                frame   | #17                         | 17
                frame   | frame 17                    | 17
                frame   | Frame: 17                   | 17
                frame   | No. 17                      | 17
                frame   | frame.number == 17          | 17
                frame   | “17”                        | 17
                frame   | １７                          | 17
                frame   | 17.                         | 17
                count   | 4 times                     | 4
                count   | 4 frames                    | 4
                count   | 0x10                        | 16
                count   | 007                         | 7
                port    | 40112                       | 40112
                port    | :40112                      | 40112
                port    | tcp/40112                   | 40112
                port    | 40112/tcp                   | 40112
                port    | Port 40112                  | 40112
                port    | 0                           | 0
                offset  | 48                          | 48
                offset  | 0x30                        | 48
                offset  | 0X30                        | 48
                offset  | 0030                        | 48
                offset  | 004a                        | 74
                offset  | 4A                          | 74
                offset  | 48 bytes                    | 48
                offset  | byte 48                     | 48
                text    | amber-otter-42              | "amber-otter-42"
                address | 172.18.0.3                  | 172.18.0.3
                address | 172.18.0.3:40112            | 172.18.0.3
                address | 172.18.0.3/16               | 172.18.0.3
                address | localhost                   | 127.0.0.1
                address | ::1                         | 0:0:0:0:0:0:0:1
                address | FD00::3                     | fd00:0:0:0:0:0:0:3
                address | [fd00::3]:40112             | fd00:0:0:0:0:0:0:3
                address | fe80::1%eth0                | fe80:0:0:0:0:0:0:1
                flags   | PSH,ACK                     | [PSH, ACK]
                flags   | [PSH, ACK]                  | [PSH, ACK]
                flags   | Psh+Ack                     | [PSH, ACK]
                flags   | ack psh                     | [PSH, ACK]
                flags   | push and ack                | [PSH, ACK]
                flags   | Flags: 0x018 (PSH, ACK)     | [PSH, ACK]
                flags   | 0x018                       | [PSH, ACK]
                flags   | 0x2                         | [SYN]
                flags   | SYN                         | [SYN]
                flags   | [P.]                        | [PSH, ACK]
                flags   | [S]                         | [SYN]
                flags   | Reset                       | [RST]
                flags   | none                        | []
                flags   | ·······AP···                | [PSH, ACK]
                flags   | [TCP Flags: ··········S·]   | [SYN]
                flags   | ****CEUAPRSF                | [FIN, SYN, RST, PSH, ACK, URG, ECE, CWR]
                port    | Source Port: 40112          | 40112
                port    | Port: 40112 (TCP)           | 40112
                count   | Sequence Number (raw): 7    | 7
                count   | [Stream index: 0]           | 0
                frame   | 1,234                       | 1234
                frame   | 65 (SYN)                    | 65
                frame   | Frame 65: (I think)         | 65
                frame   | 65 (0x41)                   | 65
                count   | 1,234,567,890               | 1234567890
                count   | 1 234 567                   | 1234567
                count   | 1.234.567                   | 1234567
                count   | 1’234’567                   | 1234567
                count   | [TCP Segment Len: 60]       | 60
                count   | Len=60                      | 60
                count   | tcp.len == 60               | 60
                count   | TCP payload (60 bytes)      | 60
                count   | Displayed: 4 (5.7%)         | 4
                count   | Sequence Number: 198    (relative sequence number) | 198
                count   | tcp.stream eq 0             | 0
                port    | tcp.srcport == 40112        | 40112
                offset  | 95 (0x5f)                   | 95
                offset  | 0x005f = 95                 | 95
                bytes   | TLS 1.3 (0x0304)            | "03 04"
                bytes   | Cipher Suite: TLS_AES_256_GCM_SHA384 (0x1302) | "13 02"
                bytes   | (f0 9f 94 91)               | "f0 9f 94 91"
                address | Source Address: 172.18.0.3  | 172.18.0.3
                address | ip.src == 172.18.0.3        | 172.18.0.3
                address | (172.18.0.3)                | 172.18.0.3
                address | Source Address: fd00::3     | fd00:0:0:0:0:0:0:3
                flags   | ［ＰＳＨ, ＡＣＫ］                  | [PSH, ACK]
                flags   | 0x0018                      | [PSH, ACK]
                flags   | 40112 → 12345 [PSH, ACK] Seq=1 Ack=1 Win=65535 Len=60 | [PSH, ACK]
                flags   | PSH and ACK are set         | [PSH, ACK]
                choice  | c                           | c
                choice  | C                           | c
                choice  | (c)                         | c
                choice  | c) in the TCP header        | c
                choice  | c.                          | c
                choice  | option c                    | c
                port    | it is 40112                 | 40112
                port    | der Port ist 40112          | 40112
                frame   | the frame is 17             | 17
                frame   | Frame 17: 362 bytes on wire (2896 bits), 362 bytes captured (2896 bits) | 17
                frame   | 17 0.366539761 127.0.0.1 → 127.0.0.1 TLSv1.2 362 Client Hello | 17
                line    | Zeile 9                     | 9
                line    | line 9 of operator.jsonl    | 9
                line    | mallory.jsonl:23            | 23
                line    | "seq":9                     | 9
                count   | in 0 frames                 | 0
                count   | none                        | 0
                count   | Zero                        | 0
                count   | keine                       | 0
                count   | 26 characters               | 26
                count   | 2x                          | 2
                count   | 2 ×                         | 2
                count   | 2 (lines 23 and 24)         | 2
                count   | 005d                        | 93
                count   | 0072                        | 72
                bytes   | 03 04 (TLS 1.3)             | "03 04"
                bytes   | TLS 1.3 = 03 04             | "03 04"
                bytes   | TLS 1.3 0x0304              | "03 04"
                bytes   | it is 03 04                 | "03 04"
                bytes   | Random: ef2667              | "ef 26 67"
                bytes   | ef2667 (3 bytes)            | "ef 26 67"
                text    | "text":"the boat is red"    | "the boat is red"
                choices | a und c                     | [a, c]
                choices | a-c                         | [a, b, c]
                choices | a – c                       | [a, b, c]
                choices | a to c                      | [a, b, c]
                choices | a-b, d                      | [a, b, d]
                choices | a - c - d                   | [a, c, d]
                choices | c-a                         | [a, c]
                choices | keine                       | none
                order   | 1. d 2. b 3. c 4. a         | [d, b, c, a]
                order   | 1) d, 2) b, 3) c, 4) a      | [d, b, c, a]
                order   | first d, then b, then c, last a | [d, b, c, a]
                order   | d-b-c-a                     | [d, b, c, a]
                """)
    void takesWhatIsTypedAsMeant(String kind, String typed, String meant) {
        assertThat(read(kind, typed))
                .isInstanceOfSatisfying(
                        Meant.class, found -> assertThat(found.answer().print()).isEqualTo(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                frame   | hello
                frame   | 17 or 18
                frame   | 17, 18
                frame   | 17,18,19
                frame   | 1,2345
                frame   | 65 (0x42)
                frame   | 65 (not 66)
                count   | 5.7%
                bytes   | (0x0303) (0x0304)
                flags   | ДА
                flags   | SYN, not ACK
                address | 172.18.0.3 or 172.18.0.2
                address | 1.2.3.4.5
                frame   | 1.5
                frame   | -3
                frame   | 99999999999999999999
                count   | four
                port    | 65536
                port    | http
                port    | 172.18.0.3:40112
                offset  | in the payload
                address | 172.18.0
                address | 17
                address | 999.1.1.1
                address | alice
                address | example.org
                flags   | PSH, HELLO
                flags   | 17
                flags   | ·······AP·
                port    | Source Port: 40112, Destination Port: 12345
                choice  | f
                choice  | a, b
                choice  | in the header
                frame   | not 17
                frame   | 17 of 227
                count   | no
                line    | log
                bytes   | TLS 1.3
                bytes   | 1.3
                count   | 2 (not 3)
                count   | 5d
                bytes   | 03 03 = 03 04
                bytes   | not 0x0304
                choices | a to f
                order   | 2. d 1. b 3. c 4. a
                order   | a-d
                """)
    void saysSoWhereNoSingleMeaningMakesSense(String kind, String typed) {
        assertThat(read(kind, typed)).isInstanceOf(NotUnderstood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0", "?", "...", "…", "-", "TODO", "~", "null"})
    void takesAPlaceholderAsNoAnswer(String typed) {
        for (AnswerKind kind : AnswerKind.values()) {
            assertThat(read(kind.word(), typed)).isInstanceOf(Nothing.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                amber-otter-42   | Amber-Otter-42
                amber-otter-42   | “amber-otter-42”
                amber-otter-42   | `amber-otter-42`
                amber-otter-42   | **amber-otter-42**
                amber-otter-42   | amber‑otter–42
                amber-otter-42   | amber otter 42
                amber-otter-42   | amber - otter - 42
                amber-otter-42   | amber-otter-42.
                the old  boat    | The old boat
                it's             | it’s
                """)
    void comparesWordsByWhatPeopleSee(String one, String other) {
        assertThat(new Answer.Words(one).means(new Answer.Words(other))).isTrue();
        assertThat(new Answer.Words(one + "x").means(new Answer.Words(other))).isFalse();
    }

    /// An editor wraps a long line; a letter of another case makes another key.
    @Test
    void comparesAKeyLetterByLetterWhereverItIsBroken() {
        Answer key = new Answer.Words("-8kofz_jLGZNP3zx-eRe1y3C98DwSWVbnAKZVK-F6XI");
        assertThat(key.means(new Answer.Words("`–8kofz_jLGZNP3zx-eRe1y 3C98DwSWVbnAKZVK-F6XI`.")))
                .isTrue();
        assertThat(key.means(new Answer.Words("-8KOFZ_jLGZNP3zx-eRe1y3C98DwSWVbnAKZVK-F6XI")))
                .isFalse();
        assertThat(key.means(new Answer.Words("8kofz_jLGZNP3zx-eRe1y3C98DwSWVbnAKZVK-F6XI")))
                .isFalse();
    }

    @Test
    void saysThatADigitOfAByteIsMissing() {
        assertThat(read("bytes", "ef26673"))
                .isEqualTo(new NotUnderstood("a byte has two digits, and here one is missing or too many"));
    }

    private static AnswerReader.Reading read(String kind, String typed) {
        AnswerKind known = AnswerKind.valueOf(kind.toUpperCase(Locale.ROOT));
        List<String> options = switch (known) {
            case CHOICE -> List.of("a", "b", "c");
            case CHOICES, ORDER -> List.of("a", "b", "c", "d");
            default -> List.of();
        };
        return AnswerReader.read(known, options, typed);
    }
}
