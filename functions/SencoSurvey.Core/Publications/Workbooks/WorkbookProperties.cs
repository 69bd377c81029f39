using System.Globalization;
using System.Xml.Linq;

namespace SencoSurvey.Core.Publications.Workbooks;

/// <summary>What the workbook says of itself to assistive technology and to search.</summary>
internal sealed record WorkbookProperties(string Title, string Creator, DateTimeOffset PublishedAt)
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public XDocument ToXml() => new(
        new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Dc + "title", SheetText.Of(Title)),
            new XElement(Dc + "creator", SheetText.Of(Creator)),
            new XElement(Dc + "language", "en-GB"),
            Moment("created"),
            Moment("modified")));

    private XElement Moment(string name) => new(
        Terms + name, new XAttribute(Instance + "type", "dcterms:W3CDTF"), PublishedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
