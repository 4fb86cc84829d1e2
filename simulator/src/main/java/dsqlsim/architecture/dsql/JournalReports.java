package dsqlsim.architecture.dsql;

/** What a journal's replica tells the crossbars: its leader's promises, and what it has on disk. */
final class JournalReports {
    private final Journal self;
    private final Layout layout;

    JournalReports(Journal self) {
        this.self = self;
        this.layout = self.layout();
    }

    /** Its own place hears every promise at once; other places have a replica of their own, and hear some in case that fails. */
    void passOn(Promise m, long through, boolean relay) {
        for (int place = 0; place < layout.crossbars.length; place++) {
            if (!self.membership().silentTowards(place) && (relay || place == self.region)) {
                passOn(m, through, place, relay);
            }
        }
    }

    private void passOn(Promise m, long through, int to, boolean relay) {
        if (self.zone < 0) {
            Crossbar first = firstUp(to);
            if (first != null) {
                tell(first, new PromiseReport(m, self, through, layout.crossbars[to]));
            }
            return;
        }
        for (Crossbar each : layout.crossbars[to]) {
            if (relay || each.zone == self.zone) {
                tell(each, new PromiseReport(m, self, through, null));
            }
        }
    }

    private void tell(Crossbar crossbar, PromiseReport report) {
        self.world().sendTogether(self, crossbar, report, layout.path(self, crossbar.region, crossbar.zone));
    }

    /** Reports what is on disk from {@code at} on: one entry, several, or only how far the log goes. */
    void report(Entry entry, Entry[] more, long at) {
        if (self.learner()) {
            return;
        }
        long epoch = self.logEpoch();
        long last = self.log().last();
        for (int region = 0; region < layout.crossbars.length; region++) {
            if (self.membership().silentTowards(region)) {
                continue;
            }
            if (self.zone < 0) {
                Crossbar first = firstUp(region);
                if (first != null) {
                    self.send(first, new Report(self, epoch, last, entry, more, layout.crossbars[region]), at);
                }
            } else {
                for (Crossbar each : layout.crossbars[region]) {
                    self.send(each, new Report(self, epoch, last, entry, more, null), at);
                }
            }
        }
    }

    /** A regional replica is a service in every zone: what it tells a region reaches all its crossbars at once. */
    private Crossbar firstUp(int region) {
        for (Crossbar each : layout.crossbars[region]) {
            if (each.up() && !each.paused()) {
                return each;
            }
        }
        return null;
    }

    /** A crossbar lacks entries: it gets those that are on disk, and learns if older ones are in the snapshot only. */
    void onFetch(Fetch m) {
        if (self.learner() || self.membership().silentTowards(m.asker.region)) {
            return;
        }
        Log log = self.log();
        long through = log.persistedThrough(self.world().now());
        long from = m.fromSequence > 0 ? m.fromSequence : log.firstAfter(m.afterTimestamp);
        boolean gone = from < log.first() || m.fromSequence <= 0 && m.afterTimestamp < log.droppedThrough();
        from = Math.max(from, log.first());
        Entry[] entries = log.slice(from, through);
        self.send(m.asker, new Fetched(self, self.logEpoch(), from, entries, through, gone));
    }
}
