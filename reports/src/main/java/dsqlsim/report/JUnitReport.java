package dsqlsim.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A result as JUnit XML, so that CI shows a missed expectation, a breached objective or a violated check as a failed test. */
public final class JUnitReport {
    private JUnitReport() {}

    /** How a test case ended. */
    private enum Ending {
        PASSED,
        FAILED,
        SKIPPED
    }

    private record Case(String group, String name, Ending ending, String message, String detail) {}

    /** One suite; a test case for each expectation, each half of an objective, and each safety check. */
    public static String render(RunResult result) {
        List<Case> cases = new ArrayList<>();
        result.expectations().forEach(expectation -> cases.add(of(expectation)));
        result.faults().forEach(fault -> cases.addAll(of(fault)));
        result.safety().forEach(check -> cases.add(of(check)));
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            write(result, cases, xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.append('\n').toString();
    }

    private static Case of(ExpectationResult expectation) {
        String found = "found " + Story.found(expectation);
        String where = expectation.line() == 0 ? "command line" : "line " + expectation.line();
        return switch (expectation.verdict()) {
            case MET -> new Case("expectations", expectation.text(), Ending.PASSED, found, where);
            case MISSED -> new Case("expectations", expectation.text(), Ending.FAILED, found, where);
            case UNKNOWN -> new Case("expectations", expectation.text(), Ending.FAILED, "there was no sample", where);
        };
    }

    private static List<Case> of(FaultResult fault) {
        ObjectiveResult objective = fault.objective();
        if (objective == null) {
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        String story = Story.loss(fault) + " " + String.join(" ", Story.recovery(fault));
        if (objective.rto() != null) {
            cases.add(half(fault, "RTO", objective.rto(), objective.rtoVerdict(), story));
        }
        if (objective.rpo() != null) {
            cases.add(half(fault, "RPO", objective.rpo(), objective.rpoVerdict(), story));
        }
        return cases;
    }

    private static Case half(FaultResult fault, String what, Double allowed, Verdict own, String story) {
        Verdict verdict = own == null ? fault.objective().verdict() : own;
        String name =
                what + " of " + fault.id() + " at most " + Figures.duration(allowed) + " (" + fault.disruption() + ")";
        return new Case("objectives", name, verdict == Verdict.MET ? Ending.PASSED : Ending.FAILED, story, "");
    }

    private static Case of(SafetyResult check) {
        String detail = String.join("\n", check.evidence());
        String examined = Figures.count(check.examined()) + " examined";
        String message = check.anomalies().isEmpty() ? examined : examined + ", found " + check.anomalies();
        Ending ending = Story.isFailure(check)
                ? Ending.FAILED
                : check.verdict() == SafetyVerdict.UNKNOWN ? Ending.SKIPPED : Ending.PASSED;
        return new Case("safety", check.check(), ending, message, detail);
    }

    private static void write(RunResult result, List<Case> cases, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "dsqlsim " + result.scenario().name());
        attribute(xml, "tests", Integer.toString(cases.size()));
        attribute(xml, "failures", count(cases, Ending.FAILED));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", count(cases, Ending.SKIPPED));
        attribute(xml, "time", "0");
        properties(result, xml);
        for (Case one : cases) {
            write(result, one, xml);
        }
        end(xml);
        end(xml);
        xml.writeEndDocument();
    }

    private static void properties(RunResult result, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("properties");
        property(xml, "architecture", result.run().architecture());
        property(xml, "seed", Long.toString(result.run().seed()));
        property(xml, "fingerprint", result.run().fingerprint());
        property(xml, "version", result.run().version());
        property(xml, "reproduce", result.run().reproduce());
        end(xml);
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void write(RunResult result, Case one, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "dsqlsim." + result.scenario().name() + "." + one.group());
        attribute(xml, "name", one.name());
        attribute(xml, "time", "0");
        String element =
                one.ending() == Ending.FAILED ? "failure" : one.ending() == Ending.SKIPPED ? "skipped" : "system-out";
        xml.writeStartElement(element);
        if (one.ending() == Ending.PASSED) {
            xml.writeCharacters(valid(one.message()));
        } else {
            attribute(xml, "message", one.message());
            xml.writeCharacters(
                    valid(one.detail() + "\nTo run it again: " + result.run().reproduce()));
        }
        xml.writeEndElement();
        end(xml);
    }

    private static void end(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Ink.safe(valid(value)));
    }

    private static String count(List<Case> cases, Ending ending) {
        return Long.toString(
                cases.stream().filter(one -> one.ending() == ending).count());
    }

    /** XML 1.0 has no way to write most control characters and halves of surrogate pairs. */
    private static String valid(String text) {
        StringBuilder valid = new StringBuilder(text.length());
        text.codePoints().forEach(c -> valid.appendCodePoint(isValid(c) ? c : '?'));
        return valid.toString();
    }

    private static boolean isValid(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
