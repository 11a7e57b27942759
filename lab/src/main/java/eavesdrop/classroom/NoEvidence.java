package eavesdrop.classroom;

import eavesdrop.evidence.Ethernet;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.TlsConnection;
import eavesdrop.evidence.WireLine;
import java.util.List;
import java.util.Optional;

/// What a submission without a capture proves: nothing. Every answer in it then cannot be checked.
///
/// @param limits why there is none
record NoEvidence(List<String> limits) implements Evidence {
    @Override
    public List<WireLine> lines() {
        return List.of();
    }

    @Override
    public Optional<Frame> frame(int number) {
        return Optional.empty();
    }

    @Override
    public Optional<Ethernet> ethernet(int number) {
        return Optional.empty();
    }

    @Override
    public List<Frame> frames() {
        return List.of();
    }

    @Override
    public List<TlsConnection> tls() {
        return List.of();
    }

    @Override
    public List<Integer> framesWith(String text) {
        return List.of();
    }

    @Override
    public List<OperatorRecord> operator() {
        return List.of();
    }

    @Override
    public List<OperatorRecord> mallory() {
        return List.of();
    }

    @Override
    public boolean hasOperatorLog() {
        return false;
    }
}
