package dsqlsim.fault;

import dsqlsim.yaml.Cursor;
import dsqlsim.yaml.Shape;

/** Reads which workload a fault is about. */
final class Workloads {
    private Workloads() {}

    /** Its name; null, when the field is left out, is all of them. */
    static String parse(Cursor fields, Scene scene) {
        return fields.optional("workload", "its name; left out: every workload")
                .or(null, Shape.known(scene.workloads()));
    }
}
