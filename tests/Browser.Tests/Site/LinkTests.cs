using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace SoftKernels.Browser.Tests.Site;

/// <summary>Every link of the site to a file of its own, and to a place in it, leads somewhere; nothing that a page shows is elsewhere.</summary>
public sealed class LinkTests
{
    private static readonly string[] s_away = ["http", "https", "mailto", "data"];

    [SiteFact]
    public void Links_lead_somewhere()
    {
        var site = new Pages(BuiltSite.Folder);
        Assert.NotEmpty(site.All);
        Assert.Empty(site.All.SelectMany(page => site.DeadLinks(page).Select(link => $"{page}: {link}")));
    }

    [SiteFact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        var site = new Pages(BuiltSite.Folder);
        Assert.Empty(site.All.SelectMany(page => site.LoadedFromElsewhere(page).Select(link => $"{page}: {link}")));
    }

    [Fact]
    public void A_dead_link_and_a_foreign_script_are_seen()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "sub"));
            File.WriteAllText(Path.Combine(folder, "sub", "a b.html"), "<h1 id='here'>A</h1><a name='there'></a>");
            File.WriteAllText(Path.Combine(folder, "page.html"), """
                <base href="sub/"><a id="top"></a>
                <a href="a%20b.html">file</a> <a href="a%20b.html#here">place</a> <a href="a%20b.html?q=1#there">name</a> <a href="https://example.org">away</a>
                <a href="none.html">no file</a> <a href="a%20b.html#nowhere">no place</a> <img src="none.svg"> <a href="../page.html#bottom">not here</a>
                <script src="https://example.org/x.js"></script> <link rel="stylesheet" href="//example.org/x.css">
                """);

            var site = new Pages(folder);
            Assert.Equal(["none.html", "a%20b.html#nowhere", "none.svg", "../page.html#bottom"], site.DeadLinks("page.html"));
            Assert.Equal(["https://example.org/x.js", "//example.org/x.css"], site.LoadedFromElsewhere("page.html"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The pages of a folder, by their paths in it.</summary>
    private sealed class Pages
    {
        private static readonly Uri s_root = new("http://site.test/");

        private readonly string _folder;
        private readonly Dictionary<string, IDocument> _documents;

        public Pages(string folder)
        {
            _folder = folder;
            var parser = new HtmlParser();
            _documents = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).ToDictionary(
                path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
                path => (IDocument)parser.ParseDocument(File.ReadAllText(path)));
        }

        public IReadOnlyCollection<string> All => _documents.Keys;

        public IEnumerable<string> DeadLinks(string page) =>
            from element in _documents[page].QuerySelectorAll("a[href], area[href], link[href], [src]")
            let link = element.GetAttribute("href") ?? element.GetAttribute("src")!
            where !IsAlive(Target(page, link))
            select link;

        public IEnumerable<string> LoadedFromElsewhere(string page) =>
            from element in _documents[page].QuerySelectorAll("link[href], [src]")
            let link = element.GetAttribute("href") ?? element.GetAttribute("src")!
            let target = Target(page, link)
            where target.Scheme != "data" && target.Authority != s_root.Authority
            select link;

        private Uri Target(string page, string link)
        {
            var address = new Uri(s_root, page);
            var start = _documents[page].QuerySelector("base")?.GetAttribute("href") is { } from ? new Uri(address, from) : address;
            return new Uri(start, link);
        }

        private bool IsAlive(Uri target)
        {
            if (target.Authority != s_root.Authority)
            {
                return s_away.Contains(target.Scheme);
            }

            var path = Uri.UnescapeDataString(target.AbsolutePath[1..]);
            path = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
            var place = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
            return place.Length == 0
                ? File.Exists(Path.Combine(_folder, path))
                : _documents.TryGetValue(path, out var page) && (page.GetElementById(place) ?? page.QuerySelector($"a[name='{place}']")) is not null;
        }
    }
}
