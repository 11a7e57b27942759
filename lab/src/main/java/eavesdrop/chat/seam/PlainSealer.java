package eavesdrop.chat.seam;

import java.util.Optional;

/// No seal.
record PlainSealer() implements Sealer {
    @Override
    public Optional<String> announcement() {
        return Optional.empty();
    }

    @Override
    public Conversation with(String me, String other, String blob) {
        return new Open();
    }

    private record Open() implements Conversation {
        @Override
        public String seal(String text) {
            return text;
        }

        @Override
        public Opened open(String box) {
            return new Opened.Text(box);
        }

        @Override
        public Optional<String> goodbye() {
            return Optional.empty();
        }
    }
}
