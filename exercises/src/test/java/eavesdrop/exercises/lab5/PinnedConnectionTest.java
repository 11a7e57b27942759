package eavesdrop.exercises.lab5;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.exercises.wire.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A client that knows the server's key beforehand.
@Tag("5.4")
@Timeout(60)
class PinnedConnectionTest {
    @TempDir
    static Path folder;

    private Certificates certificates;
    private Path keys;
    private Path right;

    @BeforeEach
    void pinTheServersKey() throws Exception {
        certificates = new Certificates(folder);
        keys = certificates.trusting("ca", "careless");
        right = certificates.signedBy("ca", "right", Meeting.HOST);
    }

    private void pins(String... pins) throws Exception {
        Files.write(keys.resolve("pins.txt"), List.of(pins));
    }

    private static String pin(Path serverKeys) throws Exception {
        return PinTest.pin(Certificates.of(serverKeys).getPublicKey().getEncoded());
    }

    @Test
    @Order(1)
    void talksToTheServerWithThePinnedKey(TestReporter tell) throws Exception {
        pins("c29tZSBvdGhlciBrZXkgdGhhdCB3aWxsIGZvbGxvdyE=", pin(right));
        tell.publishEntry("pins.txt holds two pins. The server's key is the second one.");
        Meeting.mustWork(new PinnedTransport(keys)::toServer, Meeting.HOST, right);
        pins(pin(right), "c29tZSBvdGhlciBrZXkgdGhhdCB3aWxsIGZvbGxvdyE=");
        tell.publishEntry("Now it is the first one.");
        Meeting.mustWork(new PinnedTransport(keys)::toServer, Meeting.HOST, right);
    }

    @Test
    void refusesAnotherKeyThatATrustedAuthorityHasSigned(TestReporter tell) throws Exception {
        pins(pin(right));
        tell.publishEntry("An authority that the client trusts was careless: it signed Mallory's key for chat-server.");
        PinnedTransport client = new PinnedTransport(keys);
        Path deceived = certificates.signedBy("careless", "deceived", Meeting.HOST);
        String said = Meeting.mustBeRefused(
                client::toServer,
                Meeting.HOST,
                deceived,
                "Your client accepts a key that is not pinned, because an authority has signed it.");
        assertThat(said).as("what the person at the client reads").contains("cannot prove that it is chat-server");
        assertThat(said.toLowerCase(Locale.ROOT))
                .as(
                        "what the person at the client reads: does it say why? The chain and the name were right, the pin or"
                                + " key was not")
                .containsAnyOf("pin", "key");

        tell.publishEntry("The person tries once more, and Mallory is still there.");
        String _ = Meeting.mustBeRefused(
                client::toServer,
                Meeting.HOST,
                deceived,
                "Your client accepts at the second try what it refused at the first one. Only the person may put a pin into"
                        + " pins.txt.");
    }

    @Test
    void letsNobodyInWithoutAPin(TestReporter tell) throws Exception {
        pins();
        tell.publishEntry("pins.txt is empty.");
        String _ = Meeting.mustBeRefused(
                new PinnedTransport(keys)::toServer,
                Meeting.HOST,
                right,
                "Your client accepts every key when no pin is known. No pin means nobody: else who empties the file turns"
                        + " pinning off.");
        Files.delete(keys.resolve("pins.txt"));
        tell.publishEntry("There is no pins.txt.");
        String _ = Meeting.mustBeRefused(
                new PinnedTransport(keys)::toServer,
                Meeting.HOST,
                right,
                "Your client accepts every key when pins.txt is missing: let the IOException of pins() through.");
    }

    @Test
    void refusesAKeyWhosePinOnlyBeginsAlike(TestReporter tell) throws Exception {
        pins(pin(right).substring(0, 8));
        tell.publishEntry("pins.txt holds only the first eight letters of the pin.");
        String _ = Meeting.mustBeRefused(
                new PinnedTransport(keys)::toServer,
                Meeting.HOST,
                right,
                "Your client compares only the beginning of the pin. To make a key with the same beginning takes"
                        + " Mallory no time.");
    }

    @Test
    void refusesAKeyWhosePinIsOnlyWrittenAlike(TestReporter tell) throws Exception {
        String pin = pin(right);
        pins(pin.equals(pin.toLowerCase(Locale.ROOT)) ? pin.toUpperCase(Locale.ROOT) : pin.toLowerCase(Locale.ROOT));
        tell.publishEntry("pins.txt holds the pin in small letters, which in base64 stand for other bytes.");
        String _ = Meeting.mustBeRefused(
                new PinnedTransport(keys)::toServer,
                Meeting.HOST,
                right,
                "Your client does not tell small letters and capitals apart. In base64 they are different digits.");
        pins("AAAA" + pin);
        tell.publishEntry("pins.txt holds one line, of which the pin is only a part.");
        String _ = Meeting.mustBeRefused(
                new PinnedTransport(keys)::toServer,
                Meeting.HOST,
                right,
                "Your client looks for the pin anywhere in the file. A pin is a whole line: use pins().");
    }

    @Test
    void refusesAServerWhoseAuthorityAloneIsPinned(TestReporter tell) throws Exception {
        pins(PinTest.pin(Certificates.authorityOf(right).getPublicKey().getEncoded()));
        tell.publishEntry(
                "pins.txt holds the pin of the authority, which the server sends along, and not of the server.");
        String _ = Meeting.mustBeRefused(
                new PinnedTransport(keys)::toServer,
                Meeting.HOST,
                right,
                "Your client looks for the pin in the whole chain. The pin of an authority lets in everybody whom it"
                        + " signs, also when it errs: compare the server's own certificate, the first one.");
    }

    @Test
    void verifiesTheNameAsWell(TestReporter tell) throws Exception {
        Path other = certificates.signedBy("ca", "other-name", "mallory.example");
        pins(pin(other));
        tell.publishEntry("The key is pinned, but its certificate is for another name.");
        String _ = Meeting.mustBeRefused(
                new PinnedTransport(keys)::toServer,
                Meeting.HOST,
                other,
                "Your client looks at the pin alone, and no more at the name in the certificate.");
    }
}
