package dsqlsim.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an operator is to do: an action of the language and its parameters by name. */
public record Order(String action, Map<String, String> parameters) {
    /** The parameter that names the region an action is about. */
    public static final String REGION = "region";

    public Order {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The region it is about: the one it names, or the one that it goes to. */
    public String region() {
        return parameters.getOrDefault(REGION, parameters.get("to"));
    }

    /** As one would say it: {@code peer us-east-1 with us-east-2}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(action);
        parameters.forEach((name, value) ->
                text.append(name.equals(REGION) ? " " : " " + name + " ").append(value));
        return text.toString();
    }
}
