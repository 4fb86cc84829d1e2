package dsqlsim.cache;

import static dsqlsim.cache.Shop.EAST;
import static dsqlsim.cache.Shop.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dsqlsim.txn.Incident;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cache with a Global Datastore answers, and what it forgets (assertion G-11 of the evidence). */
class CacheGateTest {
    @Test
    void whatTheDatabaseAnsweredIsAnsweredAgainUntilItExpires() {
        Shop shop = new Shop(Map.of("cache.ttl", "10s"));
        shop.readAt(1, EAST, 7)
                .readAt(2, EAST, 7)
                .readAt(10.9, EAST, 7)
                .readAt(11.1, EAST, 7)
                .readAt(12, EAST, 8)
                .run(20);
        assertThat(shop.hits).isEqualTo(2);
        assertThat(shop.misses).isEqualTo(3);
        assertThat(shop.count(Incident.CACHE_STALE_READS)).isZero();
    }

    @Test
    void whoWritesStoresWhatWasWritten() {
        Shop shop = new Shop(Map.of());
        shop.readAt(1, EAST, 7).writeAt(2, EAST, 7).readAt(3, EAST, 7).run(10);
        assertThat(shop.hits).isEqualTo(1);
        assertThat(shop.count(Incident.CACHE_STALE_READS)).isZero();
    }

    @Test
    void aSecondaryIsBehindByItsLag() {
        Shop shop = new Shop(Map.of("cache.replication-lag", "500ms"));
        shop.writeAt(1, EAST, 7).writeAt(5, EAST, 7);
        shop.readAt(5.4, WEST, 7).readAt(5.4, EAST, 7).readAt(5.6, WEST, 7).run(10);
        assertThat(shop.hits).isEqualTo(3);
        assertThat(shop.count(Incident.CACHE_STALE_READS)).isEqualTo(1);
    }

    /** Whether the database goes on or not: nobody promotes the other region, and writes reach no cache until somebody does. */
    @Test
    void aLostPrimaryStaysPrimaryUntilAnOperatorActs() {
        Shop shop = lostPrimary();
        shop.readAt(20, WEST, 7).readAt(900, WEST, 7).run(1000);
        assertThat(shop.count(Incident.CACHE_STALE_READS)).isEqualTo(2);
        assertThat(shop.events).noneMatch(event -> event.contains("promoted"));
    }

    @Test
    void promotionTakesAboutAMinuteAfterTheOperatorActs() {
        Shop shop = lostPrimary();
        shop.at(100, () -> assertThat(shop.datastore.promote("west")).isEmpty());
        shop.writeAt(150, WEST, 7).readAt(155, WEST, 7);
        shop.writeAt(170, WEST, 7).readAt(175, WEST, 7).run(200);
        assertThat(shop.events).containsExactly("160.0 cache-promoted west");
        assertThat(shop.count(Incident.CACHE_STALE_READS)).isEqualTo(1);
    }

    @Test
    void whatHadNotArrivedIsLost() {
        Shop shop = new Shop(Map.of("cache.replication-lag", "500ms", "cache.promotion-time", "60s"));
        for (int i = 0; i < 10; i++) {
            shop.writeAt(9 + i / 10.0, EAST, i);
        }
        shop.at(10, () -> cut(shop))
                .at(20, () -> shop.datastore.promote("west"))
                .run(100);
        assertThat(shop.count(Incident.CACHE_LOST_UPDATES)).isBetween(4, 5);
    }

    @Test
    void onlyASecondaryThatIsThereCanBePromoted() {
        Shop shop = new Shop(Map.of());
        assertThat(shop.datastore.promote("east"))
                .hasValueSatisfying(why -> assertThat(why).contains("already"));
        shop.at(1, () -> {
            shop.cutPower("cache.west-a");
            assertThat(shop.datastore.promote("west"))
                    .hasValueSatisfying(why -> assertThat(why).contains("down"));
        });
        shop.run(2);
    }

    @Test
    void inARegionTheReplicaTakesOverByItself() {
        Shop shop = new Shop(Map.of("cache.failover-time", "4s"));
        shop.writeAt(1, EAST, 7).at(10, () -> shop.cutPower("cache.east-a"));
        shop.readAt(12, EAST, 7).readAt(15, EAST, 7).run(20);
        assertThat(shop.events).containsExactly("14.0 cache-failed-over cache.east-b");
        assertThat(shop.misses).as("no answer: the database was asked").isEqualTo(1);
        assertThat(shop.hits).isEqualTo(1);
    }

    private static Shop lostPrimary() {
        Shop shop = new Shop(Map.of("cache.promotion-time", "60s", "cache.ttl", "never"));
        shop.writeAt(1, EAST, 7).at(5, () -> cut(shop)).writeAt(10, WEST, 7);
        return shop;
    }

    private static void cut(Shop shop) {
        shop.cutPower("cache.east-a");
        shop.cutPower("cache.east-b");
    }
}
