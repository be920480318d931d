# 入口、角色和操作的名称。操作名称用于“我可以……”的权限列表。

## 三个入口

access-surface-partner-center = 合作伙伴中心
access-surface-admin-center = 管理中心
access-surface-back-office = 运营商后台

## 角色可以做什么

access-level-allowed = 允许
access-level-read-only = 只读
access-level-denied = 不允许

## 合作伙伴公司中的角色

access-role-global-admin = 全局管理员
access-role-billing-admin = 计费管理员
access-role-user-management-admin = 用户管理管理员
access-role-admin-agent = 管理代理
access-role-sales-agent = 销售代理
access-role-helpdesk-agent = 支持人员代理
access-role-default-user = 无角色的用户

## 客户公司中的角色

access-role-customer-global-admin = 客户的全局管理员
access-role-customer-billing-admin = 客户的计费管理员
access-role-customer-user-management-admin = 客户的用户管理管理员
access-role-customer-password-admin = 客户的密码管理员
access-role-customer-service-admin = 客户的服务管理员
access-role-customer-user = 客户的无角色用户
access-role-partner-on-behalf = 代表客户进行管理的合作伙伴

## 运营商员工的角色

access-role-enrolment-reviewer = 注册审核员
access-role-credit-and-collections = 信用与收款专员
access-role-price-manager = 价格管理员
access-role-support-engineer = 支持工程师
access-role-service-operations = 服务运营人员
access-role-auditor = 审计员

## 合作伙伴中心：帐户

access-action-sign-in = 登录并查看概述
access-action-edit-own-profile = 查看和编辑自己的联系信息，更改自己的密码
access-action-recover-own-password = 找回自己的密码
access-action-reset-partner-user-password = 重置其他用户的密码
access-action-view-partner-profile = 查看合作伙伴配置文件
access-action-edit-partner-profile = 编辑合作伙伴配置文件
access-action-view-billing-profile = 查看合作伙伴计费配置文件
access-action-edit-billing-profile = 编辑合作伙伴计费配置文件、计费联系人和发票信息
access-action-view-organization-profile = 查看组织配置文件
access-action-edit-organization-profile = 编辑组织配置文件
access-action-list-partner-users = 查看公司的用户
access-action-add-partner-user = 添加用户，设置代理角色
access-action-set-admin-role = 授予或移除管理员角色
access-action-disable-partner-user = 禁用、删除或还原没有管理员角色的用户
access-action-disable-admin = 禁用、删除或还原具有管理员角色的用户
access-action-pin-offers = 在目录中固定产品/服务
access-action-view-reseller-agreement = 查看经销商协议及其签署副本
access-action-sign-reseller-agreement = 签署经销商协议
access-action-manage-apps = 注册应用和密钥，创建沙盒
access-action-read-developer-docs = 阅读开发人员文档
access-action-view-activity-log = 查看和导出活动日志
access-action-read-notifications = 阅读自己的通知

## 合作伙伴中心：价格和计费

access-action-view-pricing = 查看定价和产品/服务，下载价目表和产品/服务矩阵
access-action-see-partner-prices = 在订购和订阅页面中查看合作伙伴价格
access-action-see-catalogue = 查看目录（不含合作伙伴价格）
access-action-view-invoices = 查看和下载帐单
access-action-view-reconciliation-files = 查看和下载对帐文件
access-action-see-balance = 查看结欠余额和付款
access-action-request-fapiao = 申请发票
access-action-raise-billing-dispute = 向世纪互联提出计费争议
access-action-estimate-costs = 使用成本估算器

## 合作伙伴中心：客户和关系

access-action-list-customers = 搜索客户并查看列表
access-action-view-customer = 查看客户的详细信息
access-action-create-customer = 创建客户帐户
access-action-edit-customer = 编辑客户的详细信息
access-action-edit-customer-billing = 编辑客户的计费信息
access-action-view-customer-agreement = 查看客户协议及其接受情况
access-action-record-customer-agreement = 记录客户已接受协议
access-action-export-customers = 导出客户
access-action-request-relationship = 请求经销商关系或委派的管理权限
access-action-rotate-relationship-link = 更换关系请求链接
access-action-register-reseller = 登记增值经销商
access-action-assess-customer-risk = 评估客户风险（备注和信用额度）

## 合作伙伴中心：订阅

access-action-see-subscriptions = 查看客户的订阅
access-action-create-subscription = 订购订阅
access-action-change-quantity = 更改许可证数量
access-action-order-add-on = 订购加载项
access-action-rename-subscription = 为订阅设置昵称
access-action-suspend-subscription = 暂停或取消订阅
access-action-reactivate-subscription = 在 60 天内重新激活订阅
access-action-upgrade-subscription = 将订阅升级到其他产品/服务
access-action-change-reseller = 更改订阅的经销商 (MPN ID)
access-action-change-foreign-subscription = 更改其他经销商的订阅
access-action-export-subscriptions = 导出客户的订阅

## 合作伙伴中心：服务和支持

access-action-view-service-health = 查看客户的服务运行状况
access-action-administer-on-behalf = 代表客户进行管理
access-action-manage-users-on-behalf = 代表客户添加用户和分配许可证
access-action-create-partner-request = 创建合作伙伴中心请求
access-action-view-partner-requests = 查看合作伙伴中心请求
access-action-create-customer-request = 创建客户请求
access-action-view-customer-requests = 查看客户请求
access-action-answer-request = 为请求添加备注、关闭或重新打开请求
access-action-read-help = 阅读帮助页面

## 客户管理中心

access-action-use-services = 登录并使用已获许可的服务
access-action-use-suspended-services = 在订阅暂停期间使用服务
access-action-read-message-center = 查看消息中心和服务运行状况
access-action-list-users = 查看用户列表
access-action-edit-users = 添加、编辑、删除和还原用户
access-action-assign-licences = 分配和移除许可证
access-action-reset-user-password = 重置用户的密码
access-action-recover-admin-center-password = 以自助方式找回自己的密码
access-action-give-customer-admin-role = 授予管理员角色
access-action-see-own-subscriptions = 查看公司的订阅
access-action-change-own-subscriptions = 更改公司的订阅
access-action-accept-relationship = 接受关系请求
access-action-see-partner-relationships = 查看合作伙伴关系
access-action-remove-delegated-admin = 移除合作伙伴的委派管理权限
access-action-create-operator-request = 向世纪互联创建服务请求
access-action-see-support-contact = 查看合作伙伴的支持联系方式及其为公司提交的请求
access-action-configure-services = 配置服务

## 运营商后台

access-action-review-applications = 审核、批准和拒绝注册请求
access-action-decide-credit = 决定信用、信用额度和付款期限
access-action-publish-agreements = 发布协议版本
access-action-publish-prices = 发布价目表、产品/服务、产品/服务矩阵和特殊价格
access-action-record-payments = 登记付款，免除财务费用
access-action-suspend-partner = 暂停、恢复或终止合作伙伴帐户
access-action-run-billing = 运行计费周期，开具贷项凭单
access-action-issue-fapiao = 开具发票并设置邮寄状态
access-action-handle-service-requests = 处理服务请求，将呈报标记为不当
access-action-suspend-for-abuse = 因滥用而暂停客户的订阅
access-action-post-service-health = 发布服务运行状况事件
access-action-read-all-logs = 查看所有日志
access-action-act-as-another = 在合作伙伴或客户的帐户内操作
