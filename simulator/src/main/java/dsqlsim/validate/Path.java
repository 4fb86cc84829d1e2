package dsqlsim.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;

/** A place in a result file: names down from the top, with slashes. In a list a name finds the object that has it. */
final class Path {
    private static final Splitter STEPS = Splitter.on('/');

    private Path() {}

    static JsonNode find(JsonNode top, String path) {
        JsonNode at = top;
        for (String step : STEPS.split(path)) {
            at = at.isArray() ? inList(at, step) : at.path(step);
        }
        if (at.isMissingNode()) {
            throw new IllegalArgumentException("there is no " + path + " in the result");
        }
        return at;
    }

    private static JsonNode inList(JsonNode list, String name) {
        for (JsonNode each : list) {
            if (name.equals(each.path("name").asText(each.path("check").asText()))) {
                return each;
            }
        }
        return Character.isDigit(name.charAt(0)) ? list.path(Integer.parseInt(name)) : list.path(-1);
    }
}
