package eavesdrop.evidence;

import eavesdrop.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Makes the SHA-256 of bytes that come a few at a time.
///
/// A digest has a price for each call: so bytes are gathered until there are many.
final class GatheredDigest {
    /// That of no byte at all (FIPS 180-4).
    static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final int FIRST_ROOM = 64;
    private static final byte[] NO_ROOM = {};

    private final int mostRoom;
    private @Nullable MessageDigest sha256;
    private byte[] gathered = NO_ROOM;
    private int count;
    private long taken;

    /// @param mostRoom bytes that are gathered at most, a power of two
    GatheredDigest(int mostRoom) {
        this.mostRoom = mostRoom;
    }

    /// The next bytes: `length` of them, from `start` on.
    void take(byte[] some, int start, int length) {
        taken += length;
        int done = 0;
        while (done < length) {
            if (count == gathered.length) {
                makeRoom(count + length - done);
            }
            int fits = Math.min(length - done, gathered.length - count);
            System.arraycopy(some, start + done, gathered, count, fits);
            count += fits;
            done += fits;
        }
    }

    private void makeRoom(int wanted) {
        if (count == mostRoom) {
            digestGathered();
        } else {
            int enough = Integer.highestOneBit(Math.max(FIRST_ROOM, wanted) - 1) * 2;
            gathered = Arrays.copyOf(gathered, Math.min(mostRoom, enough));
        }
    }

    private MessageDigest digestGathered() {
        MessageDigest digest = sha256 == null ? Sha256.begin() : sha256;
        sha256 = digest;
        digest.update(gathered, 0, count);
        count = 0;
        return digest;
    }

    /// How many bytes came.
    long taken() {
        return taken;
    }

    /// The SHA-256 in hexadecimal digits. Only once.
    String hex() {
        return HexFormat.of().formatHex(digestGathered().digest());
    }

    /// To find who makes digests takes Java a while. Whoever calls this while there is nothing to digest yet need not
    /// wait for it later.
    static void prepare() {
        Sha256.begin().update(new byte[FIRST_ROOM]);
    }
}
