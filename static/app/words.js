// Puts Streamlit's own English words into Chinese. Only whole words of its controls are exchanged;
// what stands inside .report (the words of a report) is never touched.
(() => {
  "use strict";
  if (document.documentElement.dataset.language === "en") return;
  const WORDS = new Map(Object.entries({
    "Choose options": "请选择", "Choose an option": "请选择", "Select all": "全选", "Clear all": "清除", "Clear": "清除",
    "Clear value": "清除", "No results": "没有匹配项", "No options to select": "没有可选项", "No options to select.": "没有可选项",
    "Upload": "选择文件", "Browse files": "选择文件", "Upload files": "选择文件", "Add files": "添加文件", "Add file": "添加文件",
    "Upload directories": "选择文件夹", "Drag and drop directories here": "或将文件夹拖到此处",
    "Drag and drop a file here": "或将文件拖到此处", "Drag and drop file here": "或将文件拖到此处", "Drag and drop files here": "或将文件拖到此处", "Remove file": "移除文件",
    "Press Enter to apply": "按回车确认", "Press Enter to submit form": "按回车提交", "Press Ctrl+Enter to apply": "按 Ctrl+回车确认",
    "Press ⌘+Enter to apply": "按 ⌘+回车确认", "Running...": "正在处理", "RUNNING...": "正在处理", "Stop": "停止",
    "CONNECTING": "正在连接", "Connecting": "正在连接", "Page not found": "没有这个页面", "Fullscreen": "全屏", "Close fullscreen": "退出全屏",
    "Exit fullscreen": "退出全屏", "Download as CSV": "下载本页", "Search": "查找", "Show/hide columns": "显示或隐藏列",
    "Sort ascending": "本页升序", "Sort descending": "本页降序", "Autosize": "自动列宽", "Pin column": "固定此列",
    "Unpin column": "取消固定", "Hide column": "隐藏此列", "Format": "格式", "Statistics": "统计", "Automatic": "自动", "Localized": "本地格式",
    "empty": "空", "None": "—", "Close": "关闭", "Dismiss": "关闭", "Copy to clipboard": "复制", "Copied": "已复制", "View more": "更多", "View less": "收起",
    "Connection error": "连接中断", "Is Streamlit still running?": "服务是否仍在运行？", "Open navigation": "打开菜单", "Close navigation": "收起菜单",
    "Expand sidebar": "展开筛选", "Collapse sidebar": "收起筛选", "Open sidebar": "展开筛选", "Close sidebar": "收起筛选",
    "Previous page": "上一页", "Next page": "下一页", "Previous": "上一页", "Next": "下一页", "Show password text": "显示密码",
    "Select a date.": "请选择日期", "Show options": "展开选项", "Open": "展开", "Loading...": "正在载入", "Reset axes": "复位",
    "Zoom in": "放大", "Zoom out": "缩小", "Error": "错误", "Warning": "提醒", "Fork": "复制", "Deploy": "部署", "Main menu": "菜单", "Rerun": "刷新", "Settings": "设置", "Print": "打印",
    "Error running app": "页面出错", "more": "更多", "yyyy": "年", "mm": "月", "dd": "日", "App pages": "页面", "Upload a file": "上传文件", "Delete": "删除", "Skip to main content": "跳到正文",
    "Values": "行数", "Distinct": "不同值", "Minimum length": "最短字数", "Maximum length": "最长字数", "Average length": "平均字数",
    "Average": "平均", "Standard deviation": "标准差", "Minimum": "最小", "Maximum": "最大", "Median": "中位数", "Sum": "合计", "Range": "范围",
    "25th percentile": "四分之一位", "75th percentile": "四分之三位", "Based on sample": "按样本", "No data": "无数据", "Failed to load data": "数据载入失败",
    "Top values frequency chart": "常见值", "Distribution histogram": "分布图", "Dataframe column menu": "列菜单", "Copy column name": "复制列名",
    "Plain": "原样", "Compact": "缩写", "Percent": "百分比", "Dollar": "美元", "Euro": "欧元", "Yen": "日元", "Accounting": "会计", "Bytes": "字节", "Scientific": "科学记数",
    "Clear selection": "取消选择", "Type to search": "输入查找", "Pagination": "翻页", "Multiselect options": "选项", "Selected values": "已选",
    "Next month": "下个月", "Previous month": "上个月", "Next year": "下一年", "Previous year": "上一年", "Month": "月", "Year": "年", "Choose date": "选择日期", "Clear date": "清除日期", "No options": "没有可选项",
    "Oh no.": "页面出错。", "Error running app.": "请稍后重试；如仍出错，请告知管理员。",
    "This app has encountered an error. The original error message is redacted to prevent data leaks.": "页面出错，请稍后重试；详情已写入日志。",
  }));
  const PATTERNS = [
    [/^(?:Limit )?(\d+(?:\.\d+)?)\s?([KMG]B) per file(?: • (.*))?$/, (_, n, u, t) => `每个文件不超过 ${n} ${u}` + (t ? `，${t.replaceAll(", ", "、")}` : "")],
    [/^(year|month|day), (.+)$/, (_, part, name) => `${name}：${{ year: "年", month: "月", day: "日" }[part]}`],
    [/^Empty$/, () => "未填"],
    [/^Remove (.+)$/, (_, name) => `移除 ${name}`],
    [/^Showing page (\d+) of (\d+)$/, (_, a, b) => `第 ${a} 页，共 ${b} 页`],
    [/^Page (\d+) of (\d+)$/, (_, a, b) => `第 ${a} 页，共 ${b} 页`],
    [/^(?:Go to )?[Pp]age (\d+)$/, (_, a) => `第 ${a} 页`],
    [/^(\d+) more$/, (_, n) => `另 ${n} 项`],
    [/^(.+) file exceeds the maximum size.*$|^File must be (.+) or smaller\.?$/, () => "文件超过大小限制"],
    [/^(.+) files are not allowed\.?$/, (_, kind) => `不接受 ${kind} 文件`],
    [/^You do not seem to have access to.*|^The page that you have requested does not seem to exist\. Running the app's main page\.$/, () => "已为您转到总览。"],
  ];
  const NAMES = ["aria-label", "aria-valuetext", "placeholder", "title", "alt"];
  const translate = (text) => {
    const plain = text.trim();
    if (!plain || !/[A-Za-z]/.test(plain)) return text;
    const word = WORDS.get(plain);
    if (word !== undefined) return text.replace(plain, word);
    for (const [pattern, render] of PATTERNS) {
      const match = pattern.exec(plain);
      if (match) return text.replace(plain, render(...match));
    }
    return text;
  };
  const mend = (node) => {
    const next = translate(node.data);
    if (next !== node.data) node.data = next;
  };
  const dress = (element) => {
    for (const name of NAMES) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      const next = translate(value);
      if (next !== value) element.setAttribute(name, next);
    }
  };
  const skip = (element) => element.closest(".report, .reader, [data-testid='stDataFrame'] table, textarea") !== null;
  const walk = (root) => {
    if (root.nodeType === Node.TEXT_NODE) {
      if (root.parentElement && !skip(root.parentElement)) mend(root);
      return;
    }
    if (root.nodeType !== Node.ELEMENT_NODE || skip(root)) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) { if (node.parentElement && !skip(node.parentElement)) mend(node); }
      else dress(node);
    }
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") walk(change.target);
      else if (change.type === "attributes") { if (!skip(change.target)) dress(change.target); }
      else change.addedNodes.forEach(walk);
    }
  }).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES });
  walk(document.documentElement);
})();
