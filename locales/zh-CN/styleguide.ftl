# 展示所有组件及其各种状态的页面，供开发人员和浏览器测试使用；示例与真实页面一样，都是产品/服务和客户。

styleguide-title = 样式指南
styleguide-intro = 所有组件及其各种状态。可在帐户菜单中切换语言、主题和行高；按 Tab 键查看焦点。

## 各部分

styleguide-colours = 颜色
styleguide-icons = 图标
styleguide-buttons = 按钮
styleguide-fields = 字段
styleguide-choices = 选择
styleguide-tables = 表格
styleguide-figures = 状态、金额和日期
styleguide-messages = 消息
styleguide-overlays = 对话框和菜单
styleguide-charts = 图表
styleguide-navigation = 选项卡、步骤和分页
styleguide-facts = 信息、卡片和磁贴
styleguide-waiting = 等待和空白

## 颜色的用途

styleguide-surface = 页面
styleguide-surface-raised = 上层表面
styleguide-surface-sunken = 下层表面
styleguide-accent = 强调色
styleguide-accent-soft = 已选中
styleguide-positive = 正常
styleguide-caution = 需要注意
styleguide-negative = 错误
styleguide-info = 信息
styleguide-behalf = 代表客户操作

## 按钮

styleguide-order = 提交订单
styleguide-export = 导出列表
styleguide-suspend = 暂停 Office 365 E3
styleguide-suspend-for = 为吉祥贸易暂停 Office 365 E3
styleguide-unavailable = 不可用
styleguide-working = 正在提交订单
styleguide-show-details = 显示详细信息
styleguide-pin = 固定产品/服务
styleguide-pin-blocked = 已固定五个产品/服务，请先移除一个。
styleguide-to-pinned = 固定的产品/服务
styleguide-long-button = 向其他合作伙伴的现有客户请求建立经销商关系

## 字段

styleguide-quantity = 许可证
styleguide-quantity-help = 1 到 300。
styleguide-quantity-problem = 请输入 1 到 300 之间的数。
styleguide-company = 公司名称
styleguide-company-value = 吉祥贸易（上海）有限公司
styleguide-company-help = 与营业执照一致。
styleguide-domain = 初始域
styleguide-domain-help = 以后无法更改。
styleguide-note = 备注
styleguide-note-help = 仅贵公司可见。
styleguide-long-label = 客户公司中负责计费以及发票对帐工作的联系人姓名
styleguide-terms = 客户已接受协议
styleguide-tenant = 什么是租户？
styleguide-tenant-help = 客户在云中独立、封闭的空间。它属于客户，更换合作伙伴后依然如此。
styleguide-id = 租户 ID

## 选择

styleguide-billing = 计费
styleguide-billing-monthly = 按月
styleguide-billing-yearly = 按年
styleguide-customer = 客户
styleguide-customer-none = 选择客户
styleguide-customer-help = 请输入名称的一部分。
styleguide-customer-problem = 请选择客户。
styleguide-customer-jixiang = 吉祥贸易
styleguide-customer-huaxia = 华夏软件
styleguide-customer-nanfang = 南方精密仪器
styleguide-from = 起始日期
styleguide-from-help = 不早于 2026年1月1日。
styleguide-from-problem = 请选择 2026年1月1日或之后的日期。
styleguide-file = 选择文件，或将文件拖到此处
styleguide-file-help = CSV，最大 5 MB。
styleguide-file-problem = 此文件超过 5 MB。请拆分后分别发送。
styleguide-view = 视图
styleguide-view-list = 列表
styleguide-view-tiles = 磁贴

## 表格

styleguide-offers = 产品/服务
styleguide-offer = 产品/服务
styleguide-state = 状态
styleguide-since = 开始日期
styleguide-price = 价格
styleguide-filter = 搜索产品/服务
styleguide-select-offer = 选择 { $offer }
styleguide-edit-offer = 编辑 { $offer }
styleguide-batch = 对所选产品/服务
styleguide-none-found = 没有符合条件的产品/服务
styleguide-none-found-text = 当前的搜索和筛选条件没有结果。请减少条件以查看更多。
styleguide-clear = 清除筛选
styleguide-long-offer = Office 365 企业版 E5（不含音频会议），适用于政府机构的现有订阅
styleguide-long-offer-note = 需要 Exchange Online 计划 2 或包含该计划的套件

## 状态

styleguide-active = 有效
styleguide-suspended = 已暂停
styleguide-deleted = 已删除
styleguide-pending = 待处理
styleguide-not-begun = 未开始

## 消息

styleguide-saved = 此订阅现有 12 个许可证
styleguide-saved-text = 将计入下一张发票。
styleguide-renews = 三个订阅将在未来 7 天内续订
styleguide-renews-text = 请在 3 月 1 日前核对数量和价格，此后一年内不变。
styleguide-overdue = 您的帐户已暂停
styleguide-overdue-text = 有一份帐单逾期未付。您可以查看所有内容，但付款前无法下单。
styleguide-overdue-action = 查看发票
styleguide-prices = 4 月 1 日起执行新价格
styleguide-refused = 未能添加客户
styleguide-toast = 已固定 Office 365 E3
styleguide-toast-show = 显示通知

## 对话框和菜单

styleguide-dialog-text = 该订阅的 25 位用户将立即失去访问权限。数据保留 90 天。计费于 2026年3月1日停止。
styleguide-panel = 编辑备注
styleguide-menu = 更多
styleguide-menu-text = 当前用户：李伟，管理代理
styleguide-sessions = 您的会话
styleguide-sign-out = 注销

## 选项卡和步骤

styleguide-subscription = 订阅
styleguide-overview = 概述
styleguide-licences = 许可证
styleguide-history = 历史记录
styleguide-add-customer = 添加客户
styleguide-step-account = 帐户
styleguide-step-subscriptions = 订阅
styleguide-step-review = 审阅
styleguide-done = 已完成

## 信息和磁贴

styleguide-renewal = 续订日期
styleguide-amount = 每月
styleguide-reseller = 经销商
styleguide-tile-billing = 计费
styleguide-tile-billing-text = 发票、付款和对帐文件。
styleguide-tile-customers = 客户
styleguide-tile-customers-text = 帐户、订阅和服务请求。
styleguide-used = 已分配的许可证
styleguide-imported = 已读取的行

## 等待和空白

styleguide-loading-offers = 正在加载产品/服务
styleguide-empty-pins = 没有固定的产品/服务
styleguide-empty-pins-text = 固定的产品/服务在每个列表中排在最前面。最多可固定五个最常销售的产品/服务。

## Charts

styleguide-chart = 每月支出（虚构）
styleguide-chart-empty = 还没有可绘制的内容。
