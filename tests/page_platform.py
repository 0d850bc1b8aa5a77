"""Pages around an article in the manner of offices, platforms, clients, bulletins, broadcasters and weblogs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tests.page_text import NAVIGATION, Article

if TYPE_CHECKING:
    from collections.abc import Callable


def _links(titles) -> str:
    return "".join(f"<li><a href='{n}.htm'>{t}</a></li>" for n, t in enumerate(titles))


def labels_of_a_framework(article: Article) -> str:
    """An office's site on an old framework: every fact a label with an id, state in a hidden field."""
    text = "".join(
        f"<P><FONT face=宋体 size=3>&nbsp;&nbsp;&nbsp;&nbsp;{escape(p)}</FONT></P>"
        for p in article.paragraphs
    )
    return f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>内容浏览</title></head><body><form name="form1" method="post" action="ShowInfo.aspx?id=812" id="form1">
<input type="hidden" name="__VIEWSTATE" value="/wEPDwUKMTY1" /><div id="top"><object></object></div>
<div id="menu">{" ".join(f"<a href='#'>{w}</a>" for w in NAVIGATION)}</div>
<div id="where"><span>当前位置 → 首页 → 工作动态 → 内容浏览</span></div>
<div id="main"><div class="ttl"><span id="ctl00_lblTitle">{article.title}</span></div>
<div class="inf"><span id="ctl00_lblFrom">信息提供：{article.source}</span>&nbsp;&nbsp;<span id="ctl00_lblDate">添加日期：{article.year}/{article.month}/{article.day} 10:20:30</span>&nbsp;&nbsp;<span>阅读次数：[23]</span></div>
<div id="ctl00_content">{text}</div></div>
<div id="right"><h3>最新公告</h3><ul>{_links(article.others[:5])}</ul></div>
<div id="bot">{article.place}环境保护局信息中心制作维护　日期：2014-01-02</div></form></body></html>"""


def account_of_a_platform(article: Article) -> str:
    """An account's article on a large platform: the year in two digits on the page, whole in the head."""
    text = "".join(f"<p><span class='bjh-p'>{escape(p)}</span></p>" for p in article.paragraphs)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}</title>
<meta itemprop="dateUpdate" content="{article.iso} 18:22:01"><meta name="description" content="{article.paragraphs[0][:50]}"></head>
<body><div id="ssr"><div class="app"><div class="hd"><a>百度首页</a><a>登录</a></div><div class="l"><div class="hh"><div class="t">{article.title}</div>
<div class="au"><img><div class="an"><p>{article.source}</p></div><div class="at"><span>{article.iso[2:]} 18:22</span><span>{article.source}官方账号</span></div><div class="fw">关注</div></div></div>
<div class="c">{text}</div><div class="rp">举报/反馈</div></div>
<div class="r"><div class="rt">作者最新文章</div>{"".join(f"<div class=ri><a>{t}</a></div>" for t in article.others[:3])}
<div class="rt">相关文章</div>{"".join(f"<div class=ri><a>{t}</a></div>" for t in article.others[3:])}</div>
<div class="bt"><span>设为首页</span><span>© Baidu 使用百度前必读</span><span>意见反馈</span><span>京ICP证030173号</span></div></div></div></body></html>"""


def client_of_a_paper(article: Article) -> str:
    """A party paper's client: names of classes without meaning, other reading within the text, many who signed."""
    half = len(article.paragraphs) // 2 + 1
    texts = [f"<p>{escape(p)}</p>" for p in article.paragraphs]
    more = f"<div class='_c7'><div>延伸阅读</div><a>{article.others[0]}</a><a>{article.others[1]}</a></div>"
    voices = "".join(
        f"<div class='_k{n}'><span>{p}的网友</span><p>{w}</p></div>"
        for n, (p, w) in enumerate(
            (("外地", "希望早日见到成效，给家乡点赞。"), ("本地", "支持，河水确实比以前清了。"))
        )
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta property="og:title" content="{article.title}"><meta property="og:type" content="news"><title>{article.place}客户端</title></head><body>
<div class="_a1"><div class="_a2">打开客户端</div><div class="_b1">{article.title}</div>
<div class="_b2"><b>{article.source}</b><i>{article.iso} 08:30</i><i>3.2万</i></div>
<div class="_b3">{"".join(texts[:half])}<p><img></p><p class="_p">{article.place}城区一景。{article.source}供图</p>{more}{"".join(texts[half:])}
<p>（本文图片除署名外均由{article.source}提供）</p><p>编辑：小文 校对：小武 值班主任：小全</p></div></div>
<div class="_d1"><div>网友跟帖</div>{voices}<div>没有更多了</div></div></body></html>"""


def bulletin(article: Article) -> str:
    """A bulletin put on the web as it was printed: number, editor and day stand above the title."""
    text = "<br/>".join(f"&#12288;&#12288;{escape(p)}" for p in article.paragraphs)
    return f"""<html><head><meta charset="utf-8"><title>{article.place}生态环境工作简报</title></head><body>
<div align="center" style="color:red;font-size:40px">生态环境工作简报</div><div align="center">第 12 期（总第 340 期）</div>
<table width="100%"><tr><td>{article.source}</td><td align="right">{article.year}年{article.month}月{article.day}日</td></tr></table><hr/>
<div align="center"><b>{article.title}</b></div><div>{text}</div><hr/>
<div>报：市委、市人大、市政府、市政协领导。</div><div>送：各县（市、区）人民政府，市直有关单位。</div><div>（共印80份）</div></body></html>"""


def council(article: Article) -> str:
    """A site of government of the newest make: elements of its own around title, day and text, a hidden share panel."""
    digests = "".join(
        f"<dd><h6><a>{t}</a></h6><p>{d}</p></dd>"
        for t, d in zip(article.others, article.digests, strict=False)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}__{article.place}政府网</title>
<meta name="lanmu" content="政务要闻"><meta name="manuscriptId" content="5754321"><meta name="firstpublishedtime" content="{article.iso}-20:14:09">
<meta name="lastmodifiedtime" content="2024-12-01-08:00:00"><meta name="author" content="小文"></head><body>
<div class="header"><a>首页</a> | <a>简</a> | <a>繁</a> | <a>EN</a> | <a>登录</a></div><div class="BreadcrumbNav"><a>首页</a> &gt; <a>要闻</a></div>
<div class="article oneColumn pub_border"><h1 id="ti"><ucaptitle>{article.title}</ucaptitle></h1>
<div class="pages-date">{article.iso} 20:14 <span class="font">来源： {article.source}</span><span class="font pc">【字体：<span>大</span> <span>中</span> <span>小</span>】</span>
<span class="pc"><a>打印</a></span><div class="share" style="display:none">分享到微信，请使用微信“扫一扫”。</div></div>
<div class="pages_content" id="UCAP-CONTENT"><ucapcontent>{"".join(f'<p style="text-indent: 2em;">{escape(p)}</p>' for p in article.paragraphs)}</ucapcontent>
<div class="editor">【我要纠错】<span>责任编辑：小文</span></div></div></div>
<div class="lanmu-list"><dl><dt>头条推荐</dt>{digests}</dl></div>
<div class="footer-web"><p>链接：<a>全国人大</a>|<a>全国政协</a></p><p>主办单位：{article.place}人民政府办公室　运行维护单位：大数据中心</p></div></body></html>"""


def broadcaster(article: Article) -> str:
    """A broadcaster's page: a player that did not start, key words, a column of digests in cells."""
    side = "".join(
        f"<tr><td><a>{t}</a></td></tr><tr><td class=g>{d}</td></tr>"
        for t, d in zip(article.others, article.digests, strict=False)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}_新闻频道_{article.place}网络广播电视台</title>
<meta name="keywords" content="生态,环保"></head><body><div class="tbar"><a>{article.place}网络广播电视台</a><a>直播</a><a>点播</a><a>栏目</a></div>
<div class="cnt"><div class="lft"><h1>{article.title}</h1><ul class="inf"><li>时间：{article.iso} 19:55</li><li>来源：{article.source}</li><li>编辑：小文</li></ul>
<div class="player"><p>视频加载失败，请刷新页面重试</p><span>00:00/02:15</span><span>倍速</span><span>高清</span></div>
<div class="txt">{"".join(f"<p>{escape(p)}</p>" for p in article.paragraphs)}</div>
<div class="kw">关键词：<a>生态</a> <a>环保</a> <a>会议</a></div><div class="pn"><p>上一条：<a>{article.others[6]}</a></p><p>下一条：<a>{article.others[7]}</a></p></div></div>
<div class="rgt"><table>{side}</table></div></div><div class="ft">{article.place}广播电视台 版权所有 信息网络传播视听节目许可证号：1408289</div></body></html>"""


def bureau_with_facts(article: Article) -> str:
    """A bureau's page: today's day at the top, facts in a list, the day of the report in brackets."""
    facts = "".join(
        f"<li><label>{k}：</label><span>{v}</span></li>"
        for k, v in (
            ("索引号", "014000000/2-0088"),
            ("公开方式", "主动公开"),
            ("公开范围", "面向全社会"),
            ("发布单位", article.source),
        )
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.place}生态环境局 - {article.title}</title></head><body>
<div class="t1"><div>2024年12月1日 星期日</div><div><a>长者助手</a> <a>智能问答</a></div></div><div class="t2"><ul>{_links(NAVIGATION)}</ul></div>
<div class="t3">您当前所在位置：<a>首页</a> &gt; <a>信息公开</a> &gt; <a>工作信息</a></div><div class="m"><ul class="facts">{facts}</ul>
<h2>{article.title}</h2><div class="d">日期：[{article.iso}]　浏览：[<span>86</span>]次　字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div class="c"><div><div>{"".join(f"<p><span>　　{escape(p)}</span></p>" for p in article.paragraphs)}</div></div></div>
<div class="z"><p>附件：</p><p>扫一扫在手机打开当前页</p></div></div>
<div class="f"><p>{article.place}生态环境局主办　联系电话：0000-7654321　邮箱：hbj@example.gov.cn</p><p>工信部备案号：某ICP备2021000001号　最后更新：2024-12-01</p></div></body></html>"""


def weblog(article: Article) -> str:
    """A county's medium on a common weblog system: who and when below the title, widgets beside it."""
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{article.title} &#8211; {article.place}在线</title>
<link rel="alternate" type="application/rss+xml" href="/feed/"></head><body class="single"><header id="masthead"><p class="site-title"><a>{article.place}在线</a></p>
<p class="site-description">讲好家乡故事</p><nav><ul>{_links(NAVIGATION)}</ul></nav></header><div id="primary"><main><article id="post-88" class="post hentry">
<header class="entry-header"><h1 class="entry-title">{article.title}</h1><div class="entry-meta"><span class="posted-on">发布于 <a><time class="entry-date published" datetime="{article.iso}T08:00:00+08:00">{article.year}年{article.month}月{article.day}日</time><time class="updated" datetime="2024-11-30T08:00:00+08:00">2024年11月30日</time></a></span><span class="byline"> 由 <span class="author vcard"><a>{article.source}</a></span></span></div></header>
<div class="entry-content">{"".join(f"<p>{escape(p)}</p>" for p in article.paragraphs)}</div><footer class="entry-footer"><span>分类：<a>要闻</a></span> <span>标签：<a>环保</a>、<a>会议</a></span></footer></article>
<nav class="post-navigation"><h2>文章导航</h2><div><a>{article.others[0]}</a></div><div><a>{article.others[1]}</a></div></nav>
<div id="respond"><h3>发表回复</h3><form><p>您的邮箱地址不会被公开。 必填项已用 * 标注</p></form></div></main></div>
<aside id="secondary"><section class="widget"><h2>近期文章</h2><ul>{_links(article.others[2:])}</ul></section><section class="widget"><h2>归档</h2><ul><li>2024年11月</li><li>2024年10月</li></ul></section></aside>
<footer id="colophon"><div>自豪地采用WordPress</div></footer></body></html>"""


def view_for_reading(article: Article) -> str:
    """A browser's view for reading, saved: the site's address, the time that reading takes, the moment in an element."""
    return f"""<html><head><meta charset="utf-8"><title>{article.title}</title></head><body class="sans-serif loaded"><div class="container">
<div class="header reader-header"><a class="domain reader-domain" href="http://www.example.com/1.html">example.com</a><div class="domain-border"></div>
<h1 class="reader-title">{article.title}</h1><div class="credits reader-credits">{article.source}</div><div class="meta-data"><div class="reader-estimated-time">3-4 分钟</div></div></div><hr>
<div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page"><div><p>{article.year}年{article.month}月{article.day}日 09:12 {article.source}</p>
{"".join(f"<p>　　{escape(p)}</p>" for p in article.paragraphs)}</div></div></div></div></div></body></html>"""


def signed_page(article: Article) -> str:
    """A page made with an office program: no head to speak of, organ and day signed at the right below the text."""
    text = "".join(
        f"<p style='text-indent:28.0pt;line-height:150%'><span style='font-size:14.0pt'>{escape(p)}</span></p>"
        for p in article.paragraphs
    )
    return f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft FrontPage 4.0">
<title>New Page 1</title></head><body><p align=center><font size=5><b>{article.title}</b></font></p>{text}
<p align=right>{article.source}</p><p align=right>{article.year}年{article.month}月{article.day}日</p><p align=center><a href=index.htm>返回首页</a></p></body></html>"""


def account_of_a_portal(article: Article) -> str:
    """An account's article on a large portal: the moment, the source, the province it was sent from, a notice of the platform."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}_{article.place}_生态_工作</title>
<meta property="og:title" content="{article.title}"><meta itemprop="datePublished" content="{article.iso}T08:30:00+08:00"></head><body>
<div class="headbar"><a>首页</a><a>新闻</a><a>体育</a><a>汽车</a><a>房产</a></div><div class="leftbar"><div class="user"><h4><a>{article.place}在线</a></h4><dl><dd>9012 文章</dd><dd>88万 总阅读</dd></dl><a>查看TA的文章&gt;</a></div></div>
<div class="maincontent"><div class="text-title"><h1>{article.title}</h1><div class="article-info"><span class="time" data-val="1683333000000">{article.iso} 08:30</span> <span>来源: <a>{article.source}</a></span> <span>发布于：江西省</span></div></div>
<article class="article">{"".join(f"<p>{escape(p)}</p>" for p in article.paragraphs)}<p>来源：{article.source}<a>返回首页，查看更多</a></p><p class="editor">责任编辑：</p></article>
<div class="statement">平台声明：该文观点仅代表作者本人，本平台系信息发布平台，仅提供信息存储空间服务。</div><div class="read">阅读 (<em>12</em>)</div></div>
<div class="hotlist"><h3>大家都在看</h3>{_links(article.others)}</div></body></html>"""


def title_in_two_lines(article: Article) -> str:
    """A local news site that breaks the title in two lines by hand and gives a subtitle; labels in a list of definitions."""
    cut = article.title.find("召开") if "召开" in article.title[:-2] else len(article.title) // 2
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}_本地要闻_{article.place}新闻网</title></head><body>
<div id="nav">{" | ".join(NAVIGATION)}</div><div id="wz">{article.place}新闻网 &gt; 本地要闻 &gt; 正文</div>
<div id="bt"><h1>{article.title[:cut]}<br>{article.title[cut:]}</h1><h3>压实责任 补齐短板 守护碧水蓝天</h3></div>
<dl id="xx"><dt>发布时间</dt><dd>{article.year}-{article.month:02}-{article.day:02} 07:11:09</dd><dt>来源</dt><dd>{article.source}</dd><dt>编辑</dt><dd>小文</dd></dl>
<div id="nr">{"".join(f"<div>　　{escape(p)}</div>" for p in article.paragraphs)}</div>
<div id="tj"><span>编辑推荐</span>{_links(article.others[:4])}</div><div id="db">新闻热线：0000-8888888　经营许可证编号：某B2-20050001<br>未经{article.place}新闻网书面特别授权，请勿转载或建立镜像</div></body></html>"""


def card_of_an_app(article: Article) -> str:
    """A page drawn by a script and saved: every word in a box without meaning, numbers of readers between, replies below."""
    replies = "".join(
        f"<div><div>用户{n}8{n}2</div><div>{w}</div><div>{n}天前·江西</div></div>"
        for n, w in enumerate(("干部实干，群众才有盼头。", "建议多公开数据，接受监督。", "为家乡点赞。"), 2)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}</title></head><body><div id="root"><div><div>关注</div><div>推荐</div><div>热榜</div></div>
<div><div><div>{article.title}</div><div><div>{article.source}</div><div>{article.month}月{article.day}日</div><div>关注</div></div><div>{article.year}-{article.month:02}-{article.day:02} 12:00 · 来自{article.place}</div>
<div>{"".join(f"<div><div>{escape(p)}</div></div>" for p in article.paragraphs)}</div><div><div>1024阅读</div><div>36赞</div><div>3评论</div></div></div></div>
<div><div>评论 3</div>{replies}</div></div></body></html>"""


def national_broadcaster(article: Article) -> str:
    """A national broadcaster: blanks around the colon, a code for phones with a sentence, a digest above the text."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}_新闻频道_某某网({article.place})</title>
<meta name="description" content="{article.paragraphs[0][:60]}"><meta name="filetype" content="1"><meta name="publishedtype" content="1"></head><body>
<div class="nav"><a>首页</a><a>新闻</a><a>视频</a><a>经济</a></div><div id="title_area"><h1>{article.title}</h1><div class="info">来源 : {article.source} | {article.year}年{article.month:02}月{article.day:02}日 08:30:15</div>
<div class="phone">手机看新闻</div></div><div class="fs_tool"><span>原标题：</span><span>A-</span><span>A+</span></div>
<div class="content_area" id="content_area">{"".join(f"<p>　　{escape(p)}</p>" for p in article.paragraphs)}</div>
<div class="zebian"><span>编辑：小文</span><span>责任编辑：小武</span></div><div class="hd">点击收起全文</div><div class="qr"><p>扫一扫 分享到微信</p></div>
<div class="lbox"><h3>最新推荐</h3>{_links(article.others)}</div><div class="botm">精彩图集 正在阅读：{article.title}</div></body></html>"""


def platform_of_learning(article: Article) -> str:
    """A learning platform's page: day and source in lines of their own, the author by a label, a button for feedback."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}</title></head><body><div id="root"><div class="lay"><div class="search">搜索</div>
<div class="render-detail-title">{article.title}</div><div class="render-detail-infos"><div class="render-detail-time">{article.iso}</div><div class="render-detail-resource">{article.source}</div>
<div class="render-detail-creator">作者：{article.author}</div></div><div class="voicebar">播报文章</div>
<div class="render-detail-content">{"".join(f"<p>{escape(p)}</p>" for p in article.paragraphs)}</div>
<div class="render-detail-editor">责任编辑：小文</div><div class="foot">发布平台：{article.place}学习平台</div><div>点赞</div><div>打开APP 参与讨论</div></div></div></body></html>"""


def long_post(article: Article) -> str:
    """An organ's long post in a service of short ones: account and moment below the title, the number of readers."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}</title></head><body><div class="WB_artical"><div class="main_editor">
<div class="title" node-type="articleTitle">{article.title}</div><div class="authorinfo"><span class="author2"><a><em>{article.source}</em></a></span><span class="time">{article.iso[2:]} 08:30</span><span class="num">阅读数：3456</span></div>
<div class="WB_editor_iframe_new" node-type="contentBody">{"".join(f'<p align="justify">{escape(p)}</p>' for p in article.paragraphs)}<p align="justify"><br></p></div></div>
<div class="artical_add_box"><span>发布于 江西</span><a>举报</a></div><div class="btn"><span>转发 3</span><span>评论 2</span><span>赞 8</span></div></div></body></html>"""


def office_system(article: Article) -> str:
    """A page of an office system put on the web: facts of the document in a table with other names, a line of state below."""
    return f"""<html><head><meta charset="utf-8"><title>信息查看</title></head><body><table border=1 width=90%><tr><td>信息标题</td><td colspan=3>{article.title}</td></tr>
<tr><td>报送单位</td><td>{article.source}</td><td>报送时间</td><td>{article.iso} 16:20:11</td></tr><tr><td>信息类别</td><td>工作动态</td><td>采用情况</td><td>已采用</td></tr>
<tr><td colspan=4>{"<br><br>".join(f"　　{escape(p)}" for p in article.paragraphs)}</td></tr></table><div>[关闭窗口] [打印]　当前用户：访客</div></body></html>"""


def edition_for_phones(article: Article) -> str:
    """A daily's page for phones: the byline with the day, a headline above the title, the paper's name in the head alone."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title} - {article.source}</title><meta name="apple-mobile-web-app-title" content="{article.source}"></head><body>
<div class="bar"><i>返回</i><b>{article.source}</b><i>目录</i></div><div class="ban">{article.year}/{article.month:02}/{article.day:02} 第02版 综合</div><div class="yt">凝聚合力抓治理</div><h2>{article.title}</h2>
<div class="zz">□ {article.author}</div><div class="nr">{"".join(f"<p>{escape(p)}</p>" for p in article.paragraphs)}</div><div class="pn"><a>上一篇</a><a>下一篇</a></div><div class="menu">{" ".join(NAVIGATION)}</div></body></html>"""


PLATFORMS: tuple[Callable[[Article], str], ...] = (
    labels_of_a_framework, account_of_a_platform, client_of_a_paper, bulletin, council,
    broadcaster, bureau_with_facts, weblog, view_for_reading,
    signed_page, account_of_a_portal, title_in_two_lines, card_of_an_app,
    national_broadcaster, platform_of_learning, long_post, office_system, edition_for_phones,
)  # fmt: skip
