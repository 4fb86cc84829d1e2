package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;
import dsqlsim.yaml.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a fault hits, and refuses what the topology does not have. */
public final class Targets {
    private Targets() {}

    /** A place, one selection of nodes, or a list of either. */
    public static List<Target> parse(Cursor yaml, Scene scene) {
        return yaml.byForm(
                "a place or nodes",
                each -> List.of(place(each, scene)),
                each -> notEmpty(each, each.<Target>list(element -> one(element, scene))),
                each -> selections(each, scene));
    }

    /** The same inside a record that has other fields too: under {@code target}, or its fields right here. */
    static List<Target> among(Cursor fields, Scene scene) {
        Cursor target = fields.optional("target", "a place, nodes, or a list of them; or their fields right here");
        List<Target> here = List.of(selection(fields, scene, target.present()));
        return target.or(here, each -> parse(each, scene));
    }

    /** One place or one selection of nodes. */
    static Target one(Cursor yaml, Scene scene) {
        return yaml.byForm(
                "a place or nodes",
                each -> place(each, scene),
                null,
                each -> each.<Target>record(fields -> selection(fields, scene)));
    }

    /** The name of a region or a zone. */
    public static Target place(Cursor yaml, Scene scene) {
        String name = yaml.value(Shape.TEXT);
        Optional<Target> found = find(name, scene.places());
        if (found.isEmpty()) {
            List<String> known = names(scene.places());
            yaml.reject("unknown place '" + name + "'" + Suggestion.of(name, known) + known(known));
        }
        return found.orElse(Target.region(name));
    }

    private static List<Target> selections(Cursor yaml, Scene scene) {
        Target selection = yaml.record(fields -> selection(fields, scene));
        return List.of(selection);
    }

    private static Target selection(Cursor fields, Scene scene) {
        return selection(fields, scene, false);
    }

    private static Target selection(Cursor fields, Scene scene, boolean elsewhere) {
        Cursor zoneField = fields.optional("zone", "only in this zone");
        Cursor regionField = fields.optional("region", "only in this region");
        Cursor roleField = fields.optional("role", "nodes of this role");
        Target in = zoneField.or(
                regionField.or(new Target(null, null, null, -1, -1, 1), each -> region(each, scene)),
                each -> zone(each, scene));
        String role = roleField.or(null, Shape.known(Roles.known(scene.places().architecture())));
        if (!elsewhere && !zoneField.present() && !regionField.present() && !roleField.present()) {
            fields.reject("expected a role, a region or a zone");
        }
        Cursor shardField = fields.optional("shard", "only of this shard, counted from 0");
        int shard = shardField.or(-1L, Shape.integer(0, 1_000)).intValue();
        if (shard >= scene.places().shards()) {
            shardField.reject("there are " + scene.places().shards() + " shards, counted from 0; no shard " + shard);
        }
        int pick = fields.optional("pick", "only this one of those that fit, counted from 0")
                .or(-1L, Shape.integer(0, 1_000_000))
                .intValue();
        double share = fields.optional("share", "of those that fit").or(1.0, Shape.SHARE);
        return new Target(in.region(), in.zone(), role, shard, pick, share);
    }

    private static Target region(Cursor yaml, Scene scene) {
        Target place = place(yaml, scene);
        if (place.zone() != null) {
            yaml.reject("expected a region, not the zone '" + place.zone() + "'");
        }
        return place;
    }

    private static Target zone(Cursor yaml, Scene scene) {
        Target place = place(yaml, scene);
        if (place.zone() == null && exists(place, scene)) {
            yaml.reject("expected a zone, not the region '" + place.region() + "'");
        }
        return place;
    }

    /** Whether a place is in the topology: if not, that has been said. */
    static boolean exists(Target place, Scene scene) {
        return find(place.zone() == null ? place.region() : place.zone(), scene.places())
                .isPresent();
    }

    private static Optional<Target> find(String name, Places places) {
        if (places.regionNames().contains(name) || name.equals(places.witness())) {
            return Optional.of(Target.region(name));
        }
        return places.regionNames().stream()
                .filter(region -> places.zones(region).contains(name))
                .findFirst()
                .map(region -> Target.zone(region, name));
    }

    private static List<String> names(Places places) {
        List<String> names = new ArrayList<>(places.regionNames());
        if (places.witness() != null && !names.contains(places.witness())) {
            names.add(places.witness());
        }
        places.regionNames().forEach(region -> names.addAll(places.zones(region)));
        return names;
    }

    private static String known(List<String> names) {
        return names.size() > 12 ? "" : " (known: " + String.join(", ", names) + ")";
    }

    private static <T> List<T> notEmpty(Cursor yaml, List<T> list) {
        if (list.isEmpty()) {
            yaml.reject("expected at least one place or selection of nodes");
        }
        return list;
    }
}
