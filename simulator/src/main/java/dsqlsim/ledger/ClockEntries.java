package dsqlsim.ledger;

import static dsqlsim.ledger.Entry.entry;

import java.util.List;

/** Clocks of the nodes, in the terms of ClockBound. */
final class ClockEntries {
    private ClockEntries() {}

    static List<Assumption> all() {
        return List.of(
                entry("clock.offset", Kind.OFFSET)
                        .aws("0ms")
                        .sweep("-0.04ms", "0.04ms")
                        .note("true offset of every clock at the start")
                        .inferred(Sources.PROPOSAL),
                entry("clock.bound", Kind.DURATION)
                        .aws("40us")
                        .ideal("0ms")
                        .sweep("7us", "2ms")
                        .note(
                                "bound right after a synchronisation; 40 us with a PTP hardware clock, 0.5 to 2 ms with NTP")
                        .measured(Sources.TIME_SYNC),
                entry("clock.drift", Kind.PPM)
                        .aws("1ppm")
                        .ideal("0ppm")
                        .sweep("0ppm", "10ppm")
                        .note("true drift of a clock that is not corrected")
                        .documented(Sources.CLOCKBOUND + ", chrony's default"),
                entry("clock.drift-bound", Kind.PPM)
                        .aws("50ppm")
                        .ideal("0ppm")
                        .sweep("10ppm", "100ppm")
                        .note("how fast the bound grows between synchronisations")
                        .documented(Sources.CLOCKBOUND),
                entry("clock.sync-interval", Kind.DURATION)
                        .words("never")
                        .aws("1s")
                        .ideal("never")
                        .sweep("1s", "16s")
                        .documented(Sources.CLOCKBOUND + ", polls once a second"),
                entry("clock.free-running-after", Kind.DURATION)
                        .words("never")
                        .aws("5s")
                        .ideal("never")
                        .sweep("1s", "60s")
                        .note("without synchronisation for this long the status is free-running; the bound still holds")
                        .documented(Sources.CLOCKBOUND + ", its test vectors"),
                entry("clock.void-after", Kind.DURATION)
                        .words("never")
                        .aws("1000s")
                        .ideal("never")
                        .sweep("10s", "1000s")
                        .note("without synchronisation for this long the status is unknown: no usable bound")
                        .documented(Sources.CLOCKBOUND));
    }
}
