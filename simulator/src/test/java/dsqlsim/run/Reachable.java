package dsqlsim.run;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an object keeps alive: how much of each class and array, in words (references and numbers alike). */
final class Reachable {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Found> open = new ArrayDeque<>();
    private final Map<String, Long> words = new TreeMap<>();

    /** An object that is yet to be entered; an array goes by the name of the field that holds it. */
    private record Found(Object object, String name) {}

    /** Words by class name; elements of collections count as their owners' would. */
    static Map<String, Long> from(Object root) {
        Reachable reachable = new Reachable();
        reachable.visit(root, "root");
        while (!reachable.open.isEmpty()) {
            reachable.enter(reachable.open.poll());
        }
        return reachable.words;
    }

    static long total(Map<String, Long> words) {
        return words.values().stream().mapToLong(Long::longValue).sum();
    }

    private void visit(Object object, String name) {
        if (object != null && seen.add(object)) {
            open.add(new Found(object, name));
        }
    }

    private void enter(Found found) {
        Object object = found.object;
        Class<?> type = object.getClass();
        if (type.isArray()) {
            int length = Array.getLength(object);
            words.merge(found.name, length + 2L, Long::sum);
            if (object instanceof Object[] elements) {
                for (Object each : elements) {
                    visit(each, found.name);
                }
            }
        } else if (object instanceof Collection<?> elements) {
            words.merge(found.name, elements.size() + 2L, Long::sum);
            elements.forEach(each -> visit(each, found.name));
        } else if (object instanceof Map<?, ?> map) {
            words.merge(found.name, 4L * map.size() + 2, Long::sum);
            map.keySet().forEach(each -> visit(each, found.name));
            map.values().forEach(each -> visit(each, found.name));
        } else if (!type.getName().startsWith("java.") && !type.isEnum()) {
            fields(found, type);
        }
    }

    private void fields(Found found, Class<?> type) {
        long count = 2;
        boolean map = type.getSimpleName().equals("LongMap");
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    count++;
                    if (!field.getType().isPrimitive()) {
                        String owner = map ? found.name : each.getTypeName();
                        visit(read(field, found.object), owner + "." + field.getName());
                    }
                }
            }
        }
        words.merge(type.getTypeName().replaceAll("[$][$]Lambda.*", "lambda"), count, Long::sum);
    }

    private static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
