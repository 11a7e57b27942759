package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.search.How;
import eavesdrop.search.Scans;
import eavesdrop.search.Unpacking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SearchWorkTest {
    private static final int MOST_OPEN = 1000;

    private final Scans scans = new Scans("amber-otter-42");
    private final SearchWork work = new SearchWork(scans);

    /// Of each part only the beginning has come, so that none ends by itself.
    @Test
    void theOldestOfTooManyOpenPartsIsGivenUpAndCounted() throws IOException {
        byte[] begun = beginningOfGzip();
        List<CompressedPart> parts = new ArrayList<>();
        for (int i = 0; i < MOST_OPEN; i++) {
            parts.add(begin(begun));
        }
        assertThat(parts).noneMatch(CompressedPart::isClosed);
        assertThat(work.partsGivenUp()).isZero();

        parts.add(begin(begun));

        assertThat(parts.getFirst().isClosed()).isTrue();
        assertThat(parts.subList(1, parts.size())).noneMatch(CompressedPart::isClosed);
        assertThat(work.partsGivenUp()).isOne();
        parts.add(begin(begun));
        assertThat(parts).filteredOn(CompressedPart::isClosed).containsExactlyElementsOf(parts.subList(0, 2));
        assertThat(work.partsGivenUp()).isEqualTo(2);
        work.finish();
        assertThat(parts).allMatch(CompressedPart::isClosed);
        assertThat(work.partsGivenUp()).isEqualTo(2);
    }

    private CompressedPart begin(byte[] begun) {
        Unpacking unpacking = new Unpacking(How.Packing.GZIP, scans, work.budget());
        CompressedPart part = new CompressedPart(unpacking, new Place(List.of(1), 0, 0, 54), work);
        part.take(begun, 0, begun.length, (_, _) -> {});
        return part;
    }

    private static byte[] beginningOfGzip() throws IOException {
        byte[] text = new byte[4000];
        new Random(1).nextBytes(text);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return Arrays.copyOf(packed.toByteArray(), 1000);
    }
}
