package dsqlsim.run;

/** Which dsqlsim this is: results of different versions need not agree. */
public final class Version {
    /** As in the build. */
    public static final String NUMBER = "0.1.0";

    private Version() {}
}
